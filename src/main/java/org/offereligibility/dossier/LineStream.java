package org.offereligibility.dossier;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes in lines, as they come, without ever holding more of a line than the largest dossier may have. */
final class LineStream implements Closeable {
    /** @param text without its line break; null if it was too long to be held */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(int number, byte @Nullable [] text) {
        boolean isBlank() {
            if (text == null) {
                return false;
            }
            for (byte b : text) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    private final InputStream in;
    private final int largest;
    private final byte[] buffer = new byte[64 * 1024];
    private int at;
    private int end;
    private int number;

    LineStream(InputStream in, int largest) {
        this.in = in;
        this.largest = largest;
    }

    @Nullable Line next() throws IOException {
        if (at == end && !fill()) {
            return null;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        boolean ended = false;
        do {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            ended = at < end;
            tooLong |= line.size() + (at - from) > largest;
            if (tooLong) {
                line = new ByteArrayOutputStream(0);
            } else {
                line.write(buffer, from, at - from);
            }
            at += ended ? 1 : 0;
        } while (!ended && fill());
        return new Line(number, tooLong ? null : withoutMark(line.toByteArray()));
    }

    byte @Nullable [] rest() throws IOException {
        return rest(null);
    }

    /** The line that was read last, if there is one, and all that follows; null if that is too much. */
    byte @Nullable [] rest(byte @Nullable [] line) throws IOException {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        if (line != null) {
            rest.write(line);
            rest.write('\n');
        }
        while (at < end || fill()) {
            if (rest.size() + (end - at) > largest) {
                return null;
            }
            rest.write(buffer, at, end - at);
            at = end;
        }
        return rest.toByteArray();
    }

    /** A byte order mark belongs to the file and not to its first line. */
    private byte[] withoutMark(byte[] line) {
        return number == 1 && SourceText.startsWithMark(line) ? Arrays.copyOfRange(line, 3, line.length) : line;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
