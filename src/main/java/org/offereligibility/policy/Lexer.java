package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.Token.Kind;

/** Cuts a rule file into tokens, without its comments. */
final class Lexer {
    private static final List<String> LONG_SYMBOLS = List.of("==", "!=", "<=", ">=", "&&", "||", ":=");

    private static final String OTHER_LINE_BREAK =
            "a character stands here that some programs take for the end of a line and others do not: remove it";
    /** No honest rule comes near; more would exhaust those who read it. */
    private static final int DEEPEST = 50;

    private final String file;
    private final String text;
    private final Consumer<Problem> problems;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int depth;
    private int line = 1;
    private int lineStart;

    private Lexer(String file, String text, Consumer<Problem> problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
    }

    static List<Token> tokens(String file, String text, Consumer<Problem> problems) {
        Lexer lexer = new Lexer(file, text, problems);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isOtherLineBreak(at)) {
                problem(OTHER_LINE_BREAK);
                at++;
            } else if (c == '\n') {
                at++;
                line++;
                lineStart = at;
            } else if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (text.startsWith("//", at)) {
                lineComment();
            } else if (text.startsWith("/*", at)) {
                blockComment();
            } else if (c == '"' || c == '\'') {
                string(c);
            } else if (c == '@' && nameEnd(at + 1) > at + 1) {
                add(Kind.ANNOTATION, nameEnd(at + 1));
            } else if (c == '$') {
                add(Kind.VARIABLE, nameEnd(at + 1));
            } else if (isNameStart(c)) {
                add(Kind.NAME, nameEnd(at));
            } else if (c >= '0' && c <= '9') {
                number();
            } else {
                symbol();
            }
        }
        add(Kind.END, at);
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(at, end), at, line, at - lineStart + 1));
        at = end;
    }

    private void lineComment() {
        for (; at < text.length() && text.charAt(at) != '\n'; at++) {
            if (isOtherLineBreak(at)) {
                problem(OTHER_LINE_BREAK);
            }
        }
    }

    /** What another reader might take for the end of a line, and so for the end of a comment. */
    private boolean isOtherLineBreak(int place) {
        char c = text.charAt(place);
        return c == '\r' && !text.startsWith("\n", place + 1)
                || c == '\f'
                || c == 0x0B
                || c == 0x85
                || c == 0x2028
                || c == 0x2029;
    }

    private void blockComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            problem("this comment has no end: `*/` is missing");
            end = text.length();
        } else {
            end += 2;
        }
        for (; at < end; at++) {
            if (text.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
    }

    private void string(char quote) {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
            end += text.charAt(end) == '\\' && end + 1 < text.length() ? 2 : 1;
        }
        if (end >= text.length() || text.charAt(end) != quote) {
            problem("this text has no closing quote: " + quote + " is missing on this line");
            at = Math.min(end, text.length());
            return;
        }
        String inside = text.substring(at + 1, end);
        if (inside.indexOf('\\') >= 0) {
            problem("a text has no backslash here: write the character itself, and `'` for a quotation mark");
        } else if (inside.indexOf('"') >= 0) {
            problem("a text has no quotation mark within it: write `'` around a quoted word, and `\"` around the text");
        } else if (inside.chars().anyMatch(Character::isISOControl)
                || inside.codePoints().anyMatch(point -> point == 0x2028 || point == 0x2029)) {
            problem("this text holds a character that cannot be seen: write it anew");
        }
        add(Kind.STRING, end + 1);
    }

    private void number() {
        int end = at;
        while (end < text.length() && (isNamePart(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        add(Kind.NUMBER, end);
    }

    private void symbol() {
        for (String symbol : LONG_SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                add(Kind.SYMBOL, at + symbol.length());
                return;
            }
        }
        int codePoint = text.codePointAt(at);
        if ("(){}[],;:.<>=!+-*/%&|?@#~^".indexOf(codePoint) < 0) {
            problem("`" + Character.toString(codePoint) + "` has no meaning in a rule");
            at += Character.charCount(codePoint);
            return;
        }
        depth += codePoint == '(' ? 1 : codePoint == ')' ? -1 : 0;
        if (depth > DEEPEST) {
            problem("parentheses stand within parentheses more than " + DEEPEST
                    + " deep: state a fact of your own for a part of this");
            at = text.length();
            return;
        }
        add(Kind.SYMBOL, at + 1);
    }

    private void problem(String message) {
        problems.accept(new Problem(file, line, at - lineStart + 1, "", message));
    }

    private int nameEnd(int from) {
        int end = from;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || c >= '0' && c <= '9';
    }
}
