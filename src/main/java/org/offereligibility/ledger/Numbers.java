package org.offereligibility.ledger;

import java.util.Locale;

/** Counts in sentences. */
final class Numbers {
    private Numbers() {}

    /** Such as {@code 1 record} or {@code 1,200 records}. */
    static String of(long count, String thing) {
        return String.format(
                Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : thing.endsWith("sh") ? "es" : "s");
    }
}
