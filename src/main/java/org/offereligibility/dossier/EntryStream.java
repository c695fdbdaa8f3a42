package org.offereligibility.dossier;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The entries of one file or of standard input, each read when it is asked for. */
final class EntryStream implements Closeable {
    /** How a text is divided into dossiers. */
    enum Form {
        ONE,
        LINES,
        EITHER
    }

    private static final String TOO_LARGE = "the dossier is larger than 64 MiB and was passed over";

    private final String file;
    private final LineStream lines;
    private Form form;
    private boolean begun;
    private boolean over;

    EntryStream(String file, InputStream in, Form form, int largest) {
        this.file = file;
        this.lines = new LineStream(in, largest);
        this.form = form;
    }

    /** The next entry, or what is wrong with it; null after the last. */
    Intake.@Nullable Item next() {
        if (over) {
            return null;
        }
        try {
            return form == Form.ONE ? all() : line();
        } catch (IOException unreadable) {
            over = true;
            return unopened(0, "cannot be read any further");
        }
    }

    private Intake.Item all() throws IOException {
        over = true;
        return whole(1, lines.rest());
    }

    private Intake.@Nullable Item line() throws IOException {
        LineStream.Line line = lines.next();
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        if (line == null) {
            over = true;
            return begun ? null : unopened(0, "there is no dossier in it");
        }
        if (!begun) {
            begun = true;
            byte[] text = line.text();
            if (text != null && SourceText.looksWide(text)) {
                over = true;
                return unopened(line.number(), "the text is UTF-16 or UTF-32, not UTF-8: save it as UTF-8");
            }
            if (form == Form.EITHER && text != null && isBeginning(text)) {
                over = true;
                return whole(line.number(), lines.rest(text));
            }
        }
        return whole(line.number(), line.text());
    }

    /** Whether more lines could make a document of this one. */
    private boolean isBeginning(byte[] text) {
        return JsonText.parse(new Entry(file, 1, text)) instanceof JsonText.Parsed.Broken broken && broken.cutShort();
    }

    private Intake.Item whole(int line, byte @Nullable [] text) {
        return text == null ? unopened(line, TOO_LARGE) : new Intake.Item.Text(new Entry(file, line, text));
    }

    private Intake.Item unopened(int line, String message) {
        return new Intake.Item.Unopened(new Problem(file, line, 0, "", message));
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException nothingWasWritten) {
            // a file that was only read loses nothing
        }
    }
}
