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
    private final String file;
    private final String text;
    private final Consumer<Problem> problems;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Integer> faults = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;
    private int lineEnd = -1;
    private int counted;
    private int characters;

    /** @param faults offsets at which the text could not be cut; the tokens around them are a guess */
    record Cut(List<Token> tokens, List<Integer> faults) {}

    private Lexer(String file, String text, Consumer<Problem> problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
    }

    static Cut cut(String file, String text, Consumer<Problem> problems) {
        Lexer lexer = new Lexer(file, text, problems);
        lexer.run();
        return new Cut(lexer.tokens, lexer.faults);
    }

    private void run() {
        escapes();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isOtherLineBreak(at)) {
                problem(at, OTHER_LINE_BREAK);
                at++;
            } else if (c == '\n') {
                at++;
                lineBegins(at);
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

    /** What the engine takes for another character, wherever it stands. */
    private void escapes() {
        TextPlace place = TextPlace.START;
        int told = 0;
        for (int escape = text.indexOf("\\u"); escape >= 0; escape = text.indexOf("\\u", escape + 2)) {
            place = place.after(text, told, escape);
            told = escape;
            faults.add(escape);
            problems.accept(new Problem(
                    file,
                    place.line(),
                    place.column(),
                    "",
                    "`\\u` may not stand in a rule file: write the character itself"));
        }
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(at, end), at, line, column(at)));
        at = end;
    }

    private void lineComment() {
        for (; at < text.length() && text.charAt(at) != '\n'; at++) {
            if (isOtherLineBreak(at)) {
                problem(at, OTHER_LINE_BREAK);
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

    private void lineBegins(int offset) {
        line++;
        lineStart = offset;
        counted = offset;
        characters = 0;
    }

    /** Of an offset in the current line, from 1, in characters. */
    private int column(int offset) {
        if (offset < counted) {
            return text.codePointCount(lineStart, offset) + 1;
        }
        characters += text.codePointCount(counted, offset);
        counted = offset;
        return characters + 1;
    }

    private int lineEnd() {
        if (lineEnd < at) {
            int end = text.indexOf('\n', at);
            lineEnd = end < 0 ? text.length() : end;
        }
        return lineEnd;
    }

    private void blockComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            problem(at, "this comment has no end: `*/` is missing");
            at = lineEnd();
            return;
        }
        for (; at < end + 2; at++) {
            if (text.charAt(at) == '\n') {
                lineBegins(at + 1);
            }
        }
    }

    private void string(char quote) {
        int lineEnd = lineEnd();
        int end = at + 1;
        while (end < lineEnd && text.charAt(end) != quote) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end < lineEnd) {
            inside(text.substring(at + 1, end));
            add(Kind.STRING, end + 1);
            return;
        }
        int missing = new OpenQuote(text, lineStart, at, lineEnd).missing(tokens);
        problem(missing, "a quotation mark is missing here: `" + quote + "`");
        add(Kind.STRING, Math.max(at + 1, missing));
    }

    /** What another reader of the text could take for its end. */
    private void inside(String text) {
        if (text.indexOf('\\') >= 0) {
            problem(at, "a text has no backslash here: write the character itself, and `'` for a quotation mark");
        } else if (text.indexOf('"') >= 0) {
            problem(
                    at,
                    "a text has no quotation mark within it: write `'` around a quoted word, and `\"` around the text");
        } else if (text.chars().anyMatch(Character::isISOControl)
                || text.codePoints().anyMatch(point -> point == 0x2028 || point == 0x2029)) {
            problem(at, "this text holds a character that cannot be seen: write it anew");
        }
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
            strange(codePoint);
            return;
        }
        add(Kind.SYMBOL, at + 1);
    }

    private void strange(int codePoint) {
        String character = Character.toString(codePoint);
        if ("\u201C\u201D\u201E\u201F\u00AB\u00BB\u2018\u2019\u201A".contains(character)) {
            problem(at, "`" + character + "` is a quotation mark for print: write `\"`, as it stands on the keyboard");
        } else if (VisibleText.firstInvisible(character).isPresent()) {
            problem(
                    at,
                    "a character stands here that cannot be seen (" + VisibleText.named(codePoint)
                            + "); write a plain space, or nothing");
        } else {
            problem(at, "`" + character + "` has no meaning in a rule");
        }
        at += Character.charCount(codePoint);
    }

    private void problem(int offset, String message) {
        faults.add(Math.min(at, offset));
        problems.accept(new Problem(file, line, column(offset), "", message));
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
