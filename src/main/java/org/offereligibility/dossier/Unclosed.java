package org.offereligibility.dossier;

import java.io.FilterInputStream;
import java.io.InputStream;

/** A stream that stays open for its owner, who is someone else. */
final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
        super(in);
    }

    @Override
    public void close() {}
}
