package org.offereligibility.policy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.offereligibility.dossier.Problem;

/**
 * What stands between the cells of a table, as its header line or a line {@code sep=;} before it shows.
 *
 * @param tableOffset where the table begins in the text
 * @param tablePlace the same place
 */
record CsvSeparator(char character, int tableOffset, TextPlace tablePlace) {
    private static final Pattern SEP_LINE = Pattern.compile("\\A\"?[sS][eE][pP]=([^\\n\"]*)\"?(\\n|\\z)");

    private enum Kind {
        COMMA(',', "commas"),
        SEMICOLON(';', "semicolons"),
        TAB('\t', "tabs");

        private final char character;
        private final String plural;

        Kind(char character, String plural) {
            this.character = character;
            this.plural = plural;
        }

        private String sepLine() {
            return this == TAB ? "`sep=` and a tab" : "`sep=" + character + "`";
        }
    }

    /** The separator, or nothing and a problem where the text leaves it open. */
    static Optional<CsvSeparator> find(String file, String text, Consumer<Problem> problems) {
        Matcher sepLine = SEP_LINE.matcher(text);
        if (!sepLine.find()) {
            return detect(file, text, problems);
        }
        String written = sepLine.group(1);
        for (Kind kind : Kind.values()) {
            if (written.equals(String.valueOf(kind.character))) {
                TextPlace table = TextPlace.START.after(text, 0, sepLine.end());
                return Optional.of(new CsvSeparator(kind.character, sepLine.end(), table));
            }
        }
        problems.accept(
                new Problem(
                        file,
                        1,
                        1,
                        "",
                        VisibleText.shown("sep=" + written)
                                + " names no separator that can be read here; write `sep=,` or `sep=;`, or leave the line out"));
        return Optional.empty();
    }

    private static Optional<CsvSeparator> detect(String file, String text, Consumer<Problem> problems) {
        String header = headerRecord(text);
        List<Kind> found = Arrays.stream(Kind.values())
                .filter(kind -> header.indexOf(kind.character) >= 0)
                .toList();
        if (found.size() > 1) {
            String counts = found.stream()
                    .sorted(Comparator.comparing(kind -> -count(header, kind.character)))
                    .map(kind -> kind.plural + " (" + count(header, kind.character) + ")")
                    .collect(Collectors.joining(" and "));
            String cure = found.stream().map(Kind::sepLine).collect(Collectors.joining(" or "));
            int line = TextPlace.START.after(text, 0, headerOffset(text)).line();
            problems.accept(new Problem(
                    file,
                    line,
                    0,
                    "",
                    "the header line has " + counts + ", so that it is open what separates the columns;"
                            + " put a column name that contains one of them in quotation marks, or write " + cure
                            + " alone in a first line"));
            return Optional.empty();
        }
        char separator = found.isEmpty() ? Kind.COMMA.character : found.get(0).character;
        return Optional.of(new CsvSeparator(separator, 0, TextPlace.START));
    }

    /** The first record with more than separators in it, without what stands between quotation marks. */
    private static String headerRecord(String text) {
        StringBuilder open = new StringBuilder();
        boolean isQuoted = false;
        int start = headerOffset(text);
        for (int i = start == text.length() ? 0 : start; i < text.length(); i++) {
            char read = text.charAt(i);
            if (read == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted) {
                if (read == '\n') {
                    break;
                }
                open.append(read);
            }
        }
        return open.toString();
    }

    private static int headerOffset(String text) {
        int lineStart = 0;
        for (int i = 0; i < text.length(); i++) {
            char read = text.charAt(i);
            if (read == '\n') {
                lineStart = i + 1;
            } else if (" ,;\t".indexOf(read) < 0) {
                return lineStart;
            }
        }
        return text.length();
    }

    private static long count(String text, char character) {
        return text.chars().filter(c -> c == character).count();
    }
}
