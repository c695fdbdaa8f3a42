package org.offereligibility.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where the answer goes, in UTF-8 whatever the default charset: standard output, or a file that appears when it is complete. */
final class Output implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final OutputStream stream;
    private final String name;
    private final Optional<Draft> draft;

    private Output(OutputStream stream, String name, Optional<Draft> draft) {
        this.stream = new BufferedOutputStream(stream, BUFFER);
        this.name = name;
        this.draft = draft;
    }

    /** The answer cannot be written. */
    static final class Lost extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean nobodyListens;

        private Lost(String message, boolean nobodyListens) {
            super(message);
            this.nobodyListens = nobodyListens;
        }

        /** Whether the reader of a pipe has simply had enough, as {@code head} does. */
        boolean nobodyListens() {
            return nobodyListens;
        }
    }

    static Output standard(Surroundings surroundings) {
        return new Output(surroundings.out(), "standard output", Optional.empty());
    }

    /** @throws Lost if the file can never be written, before anything else has happened */
    static Output file(Path target) throws Lost {
        String shown = "`" + target + "`";
        if (Files.isDirectory(target)) {
            throw new Lost(shown + " is a folder: give `--out` the name of a file", false);
        }
        Path place = target.toAbsolutePath().normalize();
        try {
            if (!Files.exists(place)) {
                Path folder = place.getParent();
                if (folder == null || !Files.isDirectory(folder)) {
                    throw new Lost(shown + " cannot be written: there is no folder `" + folder + "`", false);
                }
                return ofDraft(place, shown);
            }
            if (!Files.isWritable(place)) {
                throw new Lost(shown + " cannot be written: you have no permission to change it", false);
            }
            // A device or a named pipe is written to, not replaced; of a link the file behind it is.
            return Files.isRegularFile(place)
                    ? ofDraft(place.toRealPath(), shown)
                    : new Output(Files.newOutputStream(place), shown, Optional.empty());
        } catch (IOException refused) {
            throw new Lost(shown + " cannot be written: the folder takes no new file", false);
        }
    }

    private static Output ofDraft(Path place, String shown) throws IOException {
        Draft draft = Draft.beside(place);
        return new Output(draft.stream(), shown, Optional.of(draft));
    }

    void write(String text) throws Lost {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] bytes) throws Lost {
        try {
            stream.write(bytes);
        } catch (IOException lost) {
            throw lost(lost);
        }
    }

    void flush() throws Lost {
        try {
            stream.flush();
        } catch (IOException lost) {
            throw lost(lost);
        }
    }

    /** Everything has been written. */
    void complete() throws Lost {
        flush();
        if (draft.isPresent()) {
            try {
                draft.get().complete();
            } catch (IOException lost) {
                throw lost(lost);
            }
        }
    }

    private Lost lost(IOException cause) {
        String reason = cause.getMessage() == null ? "" : cause.getMessage();
        return new Lost(
                name + " cannot be written" + (reason.isEmpty() ? "" : ": " + reason),
                draft.isEmpty() && reason.toLowerCase(Locale.ROOT).contains("pipe"));
    }

    /** Leaves nothing behind of a file that was not completed. */
    @Override
    public void close() {
        draft.ifPresent(Draft::close);
    }
}
