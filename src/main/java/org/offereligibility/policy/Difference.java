package org.offereligibility.policy;

import java.util.List;

/**
 * One thing in which two versions of a policy differ.
 *
 * @param section under which it is told: a section's title, or what else it belongs to
 * @param subject what differs: two differences of one rule, or of one line of a table, have the same
 * @param sentence in plain words
 * @param before the lines as they were; empty for what is new
 * @param after the lines as they are; empty for what is gone
 */
public record Difference(
        Kind kind, String section, String subject, String sentence, List<RawLine> before, List<RawLine> after) {
    public Difference {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * A line as it stands in a file.
     *
     * @param file relative to the version's folder
     * @param line from 1
     */
    public record RawLine(String file, int line, String text) {}

    /** What sort of thing differs. */
    public enum Kind {
        POLICY("entry of policy.yaml", "entries of policy.yaml"),
        RULE("rule", "rules"),
        DEFINITION("definition", "definitions"),
        TABLE("table", "tables"),
        COLUMN("table column", "table columns"),
        CELL("table cell", "table cells"),
        ROW("table line", "table lines"),
        WORD("word", "words"),
        FACT("declared fact", "declared facts"),
        SCENARIO("scenario", "scenarios"),
        FILE("other file", "other files");

        private final String one;
        private final String many;

        Kind(String one, String many) {
            this.one = one;
            this.many = many;
        }

        /** {@code rule} or {@code rules}. */
        String of(long count) {
            return count == 1 ? one : many;
        }
    }
}
