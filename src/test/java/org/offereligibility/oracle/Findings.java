package org.offereligibility.oracle;

import java.util.SortedSet;
import java.util.TreeSet;

/** The findings of one section, written down as they are reached. */
final class Findings {
    private final SortedSet<String> written = new TreeSet<>();

    void add(String code, String effect, String subject) {
        written.add(code + " " + effect + " " + subject);
    }

    SortedSet<String> written() {
        return written;
    }
}
