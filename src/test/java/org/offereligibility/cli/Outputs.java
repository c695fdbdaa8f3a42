package org.offereligibility.cli;

import java.io.IOException;
import java.io.OutputStream;

/** Standard outputs that do not do what they should. */
final class Outputs {
    private Outputs() {}

    /** Its reader went away, as {@code head} does, after so many bytes. */
    static final class Closed extends OutputStream {
        private long room;

        Closed(long room) {
            this.room = room;
        }

        @Override
        public void write(int b) throws IOException {
            if (room-- <= 0) {
                throw new IOException("Broken pipe");
            }
        }
    }

    /** A file on a disk without room. */
    static final class Full extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    static final class Faulty extends OutputStream {
        @Override
        public void write(int b) {
            throw new IllegalStateException("made up by a test");
        }
    }
}
