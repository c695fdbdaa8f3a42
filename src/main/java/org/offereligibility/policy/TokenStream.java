package org.offereligibility.policy;

import java.util.List;
import java.util.function.Consumer;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.Token.Kind;

/** The tokens of a rule file, taken one after the other. */
final class TokenStream {
    private final String file;
    private final Consumer<Problem> problems;
    private final List<Token> tokens;
    private int next;

    TokenStream(String file, String text, Consumer<Problem> problems) {
        this.file = file;
        this.problems = problems;
        this.tokens = Lexer.tokens(file, text, problems);
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

    /** Whether a rule or a declaration begins here: its word stands at the beginning of a line. */
    boolean atBlock() {
        return peek().column() == 1 && (peek().is("rule") || peek().is("declare"));
    }

    void expect(String expected) {
        Token token = peek();
        if (!token.is(expected)) {
            throw fail(
                    token,
                    token.is(Kind.END)
                            ? "`" + expected + "` is missing at the end of the file"
                            : "expected `" + expected + "`, found `" + token.text() + "`");
        }
        take();
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
        problems.accept(new Problem(file, token.line(), token.column(), "", message));
    }
}
