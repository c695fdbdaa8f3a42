package org.offereligibility.policy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.offereligibility.policy.Token.Kind;

/**
 * What a folder probably has and could not be read, because something is wrong there. Nothing is said of what speaks of it:
 * it is in order once that is mended, and a mistake must not be hidden among others that are none.
 */
final class Unread {
    private final Set<String> types = new HashSet<>();
    private final Set<String> tables = new HashSet<>();
    private final Set<String> kinds = new HashSet<>();
    private final Set<String> words = new HashSet<>();
    private boolean someRules;
    private boolean someCodes;
    private boolean allWords;
    private boolean moreWords;

    /** A rule file of which not even the names can be told. */
    void ruleFile() {
        someRules = true;
        someCodes = true;
    }

    /** The code of some rule. */
    void code() {
        someCodes = true;
    }

    /** The list of words. */
    void vocabulary() {
        allWords = true;
        moreWords = true;
    }

    /** A rule or declaration: what it declares, its table, its code. */
    void block(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String following = i + 1 < tokens.size() ? tokens.get(i + 1).text() : "";
            if (token.column() == 1 && token.is(Kind.NAME) && i + 1 < tokens.size()) {
                types.add(following);
            } else if (token.is(Kind.ANNOTATION)
                    && following.equals("(")
                    && i + 2 < tokens.size()
                    && tokens.get(i + 2).is(Kind.STRING)) {
                String said = tokens.get(i + 2).unquoted();
                switch (token.text()) {
                    case "@table" -> tables.add(TableFile.declared(said));
                    case "@names" -> kinds.add(said);
                    default -> word(said);
                }
            }
        }
    }

    /** What is written where a word may stand; where its closing quotation mark is missing, more may stand behind it. */
    void word(String said) {
        words.add(said);
        words.add(said.split("[),;\"\\s]", 2)[0]);
    }

    /** A table in which something is wrong, and whose rows are words. */
    void wordsOf(List<String> lines) {
        moreWords = true;
        lines.forEach(line -> words.addAll(
                Arrays.stream(line.split("[,;|\t\r\n\"]+")).map(String::strip).collect(Collectors.toSet())));
    }

    boolean mayHaveType(String name) {
        return someRules || types.contains(name);
    }

    boolean mayReadTable(String file) {
        return someRules || tables.contains(TableFile.declared(file));
    }

    boolean mayHaveWord(String kind, String word) {
        return allWords || kinds.contains(kind) || words.contains(word) || kind.equals("code") && someCodes;
    }

    /** Whether the list of words, or a table that adds to it, could not be read as a whole. */
    boolean mayHaveMoreWords() {
        return moreWords;
    }

    boolean mayHaveKind(String kind) {
        return allWords || kinds.contains(kind);
    }
}
