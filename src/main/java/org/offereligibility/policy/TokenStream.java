package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.Token.Kind;

/** The tokens of a rule file, taken one after the other. */
final class TokenStream {
    private final String file;
    private final Consumer<Problem> problems;
    private final List<Token> tokens;
    private final List<Integer> faults;
    private final List<Problem> pending = new ArrayList<>();
    private int next;

    TokenStream(String file, String text, Consumer<Problem> problems) {
        this.file = file;
        this.problems = problems;
        Lexer.Cut cut = Lexer.cut(file, text, problems);
        this.tokens = cut.tokens();
        this.faults = cut.faults();
    }

    /** The text cannot be read further from here; the reader goes on at the next rule or declaration. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Unreadable() {
            super(null, null, false, false);
        }
    }

    List<Token> all() {
        return tokens;
    }

    Token peek() {
        return tokens.get(next);
    }

    Token peekSecond() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    Token peekThird() {
        return tokens.get(Math.min(next + 2, tokens.size() - 1));
    }

    Token last() {
        return tokens.get(next - 1);
    }

    Token take() {
        Token token = tokens.get(next);
        if (!token.is(Kind.END)) {
            next++;
        }
        return token;
    }

    int place() {
        return next;
    }

    /** Goes on at the first rule or declaration after that place. */
    void goOnAfter(int place) {
        next = Math.max(next, Math.min(place + 1, tokens.size() - 1));
        while (!peek().is(Kind.END) && !atBlock()) {
            next++;
        }
    }

    /** What was taken since that place. */
    List<Token> since(int place) {
        return tokens.subList(place, next);
    }

    /**
     * Whether a quotation mark or the like was missing since that place, so that the tokens are a guess. What was reported
     * of them is then dropped, since it would only follow from that.
     */
    boolean isGuess(int place) {
        int from = tokens.get(place).offset();
        boolean isGuess = faults.stream().anyMatch(offset -> offset >= from && offset < peek().offset())
                || peek().is(Kind.END) && faults.stream().anyMatch(offset -> offset >= from);
        if (!isGuess) {
            pending.forEach(problems);
        }
        pending.clear();
        return isGuess;
    }

    /** Whether a rule or a declaration begins here: its word stands at the beginning of a line, and its name behind it. */
    boolean atBlock() {
        return (peek().is("rule") && peekSecond().is(Kind.STRING)
                        || peek().is("declare") && peekSecond().is(Kind.NAME))
                && (next == 0 || tokens.get(next - 1).line() < peek().line());
    }

    void expect(String expected) {
        if (!peek().is(expected)) {
            throw missing(expected, "");
        }
        take();
    }

    /** Points where it is missing, right behind what stands before it. */
    Unreadable missing(String expected, String more) {
        return fail(last().behind(), "`" + expected + "` is missing here" + more);
    }

    Token expectName(String what) {
        Token token = peek();
        if (!token.is(Kind.NAME)) {
            throw fail(token, "expected " + what + ", found `" + token.text() + "`");
        }
        return take();
    }

    Unreadable fail(Token token, String message) {
        report(token, message);
        return new Unreadable();
    }

    void report(Token token, String message) {
        pending.add(new Problem(file, token.line(), token.column(), "", message));
    }
}
