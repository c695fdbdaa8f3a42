package org.offereligibility.policy;

/** The kinds of things that can be wrong with a rules folder. */
enum FaultKind {
    /** A file or folder is missing, read by nobody, or no text. */
    FILE("file"),
    POLICY_HEADER("policy-header"),
    /** A rule file cannot be read from some place on. */
    SYNTAX("syntax"),
    /** A type of facts is declared as none may be. */
    DECLARATION("declaration"),
    RULE("rule"),
    /** Two things have one name or code. */
    DUPLICATE("duplicate"),
    /** Rules need each other in a circle. */
    CIRCLE("circle"),
    /** A word, fact, field, column or other name that there is not. */
    UNKNOWN_NAME("unknown-name"),
    VOCABULARY("vocabulary"),
    TABLE("table"),
    SCENARIO("scenario"),
    NO_SCENARIO("no-scenario"),
    /** What the engine refuses although the checks let it pass. */
    ENGINE("engine");

    private final String word;

    FaultKind(String word) {
        this.word = word;
    }

    /** As reports write it. */
    String word() {
        return word;
    }
}
