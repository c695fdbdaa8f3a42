package org.offereligibility.dossier;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The characters of an entry, and the words for what is wrong with them as JSON. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SourceText(String file, int firstLine, char[] text) {

    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;
        private final boolean cutShort;

        private Unreadable(Problem problem, boolean cutShort) {
            super(problem.toString(), null, false, false);
            this.problem = problem;
            this.cutShort = cutShort;
        }

        Problem problem() {
            return problem;
        }

        boolean cutShort() {
            return cutShort;
        }
    }

    static SourceText of(Entry entry) throws Unreadable {
        byte[] bytes = entry.text();
        if (looksWide(bytes)) {
            String message = "the text is UTF-16 or UTF-32, not UTF-8: save it as UTF-8";
            throw new Unreadable(new Problem(entry.file(), entry.line(), 1, "", message), false);
        }
        int mark = startsWithMark(bytes) ? 3 : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
        CharBuffer out = CharBuffer.allocate(bytes.length - mark);
        boolean malformed = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(in, out, true)
                .isError();
        SourceText source = new SourceText(entry.file(), entry.line(), Arrays.copyOf(out.array(), out.position()));
        if (malformed) {
            throw source.broken(
                    out.position(),
                    "the byte 0x%02X here is not UTF-8: save the text as UTF-8".formatted(bytes[in.position()]));
        }
        return source;
    }

    /** Whether a byte order mark or a zero byte beside the first character says UTF-16 or UTF-32. */
    static boolean looksWide(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        return first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE || first == 0 || second == 0;
    }

    static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    Unreadable broken(int offset, String message) {
        Json.Position at = position(offset);
        return new Unreadable(new Problem(file, at.line(), at.column(), "", message), false);
    }

    /**
     * What stops the JSON after the part of it that was understood, in the words of someone who wrote it.
     *
     * @param lastUnderstood where the last whole token begins; -1 if there was none
     */
    Unreadable broken(int lastUnderstood) {
        int at = lastUnderstood < 0 ? afterSpace(0) : afterSpace(afterToken(lastUnderstood));
        boolean nameMayFollow = lastUnderstood >= 0 && text[lastUnderstood] == '{';
        if (lastUnderstood >= 0 && at < text.length && (text[at] == ',' || text[at] == ':')) {
            int separator = at;
            at = afterSpace(separator + 1);
            if (at < text.length && (text[at] == '}' || text[at] == ']')) {
                return broken(
                        separator, "nothing follows this `" + text[separator] + "`: remove it, or add what is missing");
            }
            nameMayFollow = text[separator] == ',';
        }
        if (nameMayFollow
                && at < text.length
                && text[at] == '"'
                && !brokenString(at).isPresent()) {
            int colon = afterSpace(afterToken(at));
            if (colon < text.length && text[colon] != ':') {
                return broken(at, "a `:` and a value are missing after this name");
            }
            at = afterSpace(colon + 1);
        }
        if (at >= text.length) {
            String message = lastUnderstood < 0
                    ? "there is nothing here: expected a JSON object"
                    : "the text ends here, but the document does not: something opened before is not closed";
            return new Unreadable(broken(text.length, message).problem(), true);
        }
        return text[at] == '"'
                ? brokenString(at).orElseGet(() -> broken(lastUnderstood, "a `,` or `:` is missing after this"))
                : broken(at, brokenToken(at));
    }

    private int afterToken(int start) {
        int end = start;
        if (text[start] == '"') {
            for (end++; end < text.length && text[end] != '"'; end++) {
                end += text[end] == '\\' ? 1 : 0;
            }
            return Math.min(end + 1, text.length);
        }
        while (end < text.length && (Character.isLetterOrDigit(text[end]) || "+-._".indexOf(text[end]) >= 0)) {
            end++;
        }
        return Math.max(end, start + 1);
    }

    private String brokenToken(int at) {
        char c = text[at];
        if (c == '\'') {
            return "names and texts stand in double quotes (`\"`)";
        }
        if (c == '/' || c == '#') {
            return "JSON knows no comments: remove it";
        }
        String word = new String(text, at, afterToken(at) - at);
        if (c == '-' || c == '+' || c == '.' || c >= '0' && c <= '9') {
            return Quoted.of(word) + " cannot stand here, or is no number as JSON writes numbers";
        }
        if (word.equals("NaN") || word.equals("Infinity")) {
            return Quoted.of(word) + " is no number as JSON writes numbers";
        }
        return Character.isLetter(c)
                ? "a text without quotes, or a `,` or `}` missing before it: JSON knows only `true`, `false` and `null` bare"
                : Quoted.of(word) + " cannot stand here";
    }

    /** What is wrong with the text whose opening quote stands there; empty if it is sound. */
    private Optional<Unreadable> brokenString(int quote) {
        for (int i = quote + 1; i < text.length; i++) {
            char c = text[i];
            if (c == '"') {
                return Optional.empty();
            }
            if (c < 0x20) {
                return Optional.of(broken(
                        i,
                        "a line break, tab or other control character stands inside quotes: write `\\n`, `\\t`, ..."));
            }
            if (c == '\\') {
                i++;
                if (i < text.length && !escapes(i)) {
                    return Optional.of(broken(i - 1, Quoted.of("\\" + text[i]) + " is no escape that JSON knows"));
                }
            }
        }
        return Optional.of(new Unreadable(
                broken(quote, "the quotes opened here are never closed").problem(), true));
    }

    private boolean escapes(int at) {
        if (text[at] != 'u') {
            return "\"\\/bfnrt".indexOf(text[at]) >= 0;
        }
        for (int i = at + 1; i <= at + 4 && i < text.length; i++) {
            if (text[i] >= 0x80 || Character.digit(text[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    int afterSpace(int from) {
        int at = from;
        while (at < text.length && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r')) {
            at++;
        }
        return at;
    }

    private Json.Position position(int offset) {
        int line = firstLine;
        int start = 0;
        for (int i = 0; i < offset && i < text.length; i++) {
            if (text[i] == '\n' || text[i] == '\r' && (i + 1 == text.length || text[i + 1] != '\n')) {
                line++;
                start = i + 1;
            }
        }
        return new Json.Position(line, offset - start + 1);
    }
}
