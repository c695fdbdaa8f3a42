package org.offereligibility.trial;

/**
 * One small edit of a file of the policy, as a slip of the hand might make it.
 *
 * @param file relative to the version's folder
 * @param line where the edit is made, from 1
 * @param about the rule that is edited, the type of a table's rows, or {@code vocabulary}
 * @param text the whole file before the edit
 * @param begin offset of what is replaced
 * @param end offset after it
 * @param replacement what stands there instead
 * @param instead what would be, to be read after “if”
 */
public record Mutant(
        String file,
        int line,
        Kind kind,
        String about,
        String text,
        int begin,
        int end,
        String replacement,
        String instead) {
    /** What kind of slip it is. */
    public enum Kind {
        NUMBER("number"),
        WORD("word"),
        ROW("line dropped"),
        COMPARISON("comparison"),
        ARITHMETIC("arithmetic"),
        FUNCTION("function"),
        CONDITION("condition dropped"),
        CONSTRAINT("constraint dropped"),
        NEGATION("negation"),
        LIST("list shortened"),
        JOIN("and, or"),
        EFFECT("effect"),
        SECTION("section"),
        ARGUMENT("argument"),
        VOCABULARY("vocabulary");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** The whole file after the edit. */
    public String edited() {
        return text.substring(0, begin) + replacement + text.substring(end);
    }
}
