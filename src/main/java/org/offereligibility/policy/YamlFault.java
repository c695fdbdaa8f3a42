package org.offereligibility.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.offereligibility.dossier.Problem;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Says in plain words where a text stops being YAML, and what is likely meant. */
final class YamlFault {
    /** What the parser says, in the order in which it is looked for, and what an author can do with it. */
    private enum Saying {
        TAB("(tab)", "a tab stands where only spaces may stand; indent with spaces"),
        RESERVED("cannot start any token", "no value begins with %s; put the whole value in quotation marks"),
        SECOND_COLON(
                "mapping values are not allowed here",
                "a colon and a value stand where no name may stand; indent"
                        + " the line like its neighbours, or put a text with `: ` in it in quotation marks"),
        ENTRY(
                "sequence entries are not allowed here",
                "a list entry (`- `) stands where none may stand; begin it on a"
                        + " line of its own, indented like its neighbours"),
        KEY("mapping keys are not allowed here", "a name (`? `) stands where none may stand"),
        COLON(
                "could not find expected ':'",
                "a name stands here without a colon after it; write `name: value`, and"
                        + " indent the further lines of a text deeper than its name"),
        SIMPLE_KEY("simple key is required", "a name stands here without a colon after it; write `name: value`"),
        QUOTE("quoted scalar|found unexpected end of stream", "a quotation mark is opened and never closed"),
        QUOTE_DOCUMENT(
                "quoted scalar|document separator", "a quotation mark is opened and not closed before `---` or `...`"),
        ESCAPE(
                "escape",
                "a backslash in double quotation marks begins something unknown; write `\\\\` for a backslash, or"
                        + " use single quotation marks"),
        BLOCK_TEXT(
                "block scalar",
                "after `|` or `>` stands something else than `+`, `-`, a digit or a comment, or the text"
                        + " under it is indented unevenly; begin the text on the next line, indented"),
        FLOW_LIST(
                "expected ',' or ']'", "a list in square brackets goes on without a comma, or is not closed with `]`"),
        FLOW_MAP("expected ',' or '}'", "a mapping in braces goes on without a comma, or is not closed with `}`"),
        MAPPING(
                "parsing a block mapping|<block end>",
                "the line does not fit the names above it; indent it like its"
                        + " neighbours, put what follows a quoted text inside the quotation marks, and write `name: value`"),
        LIST(
                "parsing a block collection|<block end>",
                "the line does not fit the list above it; begin each entry with `- `,"
                        + " indented like its neighbours"),
        CONTENT(
                "expected the node content",
                "a value is missing here, or begins with %s; put it in quotation marks if so"),
        DOCUMENT(
                "<document start>",
                "the text goes on after its end; indent everything alike, and open every bracket that" + " is closed"),
        DIRECTIVE(
                "directive",
                "a line that begins with `%%` is none that can be read; leave it out, or put the text in"
                        + " quotation marks"),
        ALIAS("scanning an alias", "no value begins with `*`; put the whole value in quotation marks"),
        ANCHOR("scanning an anchor", "no value begins with `&`; put the whole value in quotation marks"),
        TAG("tag", "no value begins with `!`; put the whole value in quotation marks");

        private final String[] marks;
        private final String says;

        Saying(String marks, String says) {
            this.marks = marks.split("\\|");
            this.says = says;
        }

        private boolean fits(String said) {
            for (String mark : marks) {
                if (!said.contains(mark)) {
                    return false;
                }
            }
            return true;
        }
    }

    private YamlFault() {}

    /** Tells every character that no YAML may contain (YAML 1.2.2, section 5.1). */
    static void unreadable(String file, String text, Consumer<Problem> problems) {
        TextPlace place = TextPlace.START;
        int told = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int character = text.codePointAt(i);
            if (!StreamReader.isPrintable(character)) {
                place = place.after(text, told, i);
                told = i;
                problems.accept(new Problem(
                        file,
                        place.line(),
                        place.column(),
                        "",
                        "a character stands here that cannot be seen (" + VisibleText.named(character)
                                + "); delete it"));
            }
        }
    }

    static Problem problem(String file, String text, YamlEngineException fault) {
        if (!(fault instanceof MarkedYamlEngineException marked)) {
            return new Problem(file, 0, 0, "", "asks for another YAML than 1.2, or is not YAML at all");
        }
        String said = (marked.getContext() + " " + marked.getProblem()).toLowerCase(Locale.ROOT);
        String says =
                "from here on this is not YAML; look at the indentation, colons and quotation marks here and above";
        boolean isOpening = false;
        for (Saying saying : Saying.values()) {
            if (saying.fits(said)) {
                says = saying.says;
                isOpening = saying == Saying.QUOTE || saying == Saying.QUOTE_DOCUMENT;
                break;
            }
        }
        // An open quotation mark is noticed where the text ends, but is mended where it begins.
        Optional<Mark> place = isOpening ? marked.getContextMark() : marked.getProblemMark();
        Mark mark = place.or(marked::getProblemMark).orElseThrow();
        return new Problem(file, mark.getLine() + 1, mark.getColumn() + 1, "", says.formatted(characterAt(text, mark)));
    }

    private static String characterAt(String text, Mark mark) {
        int offset = mark.getIndex() > text.codePointCount(0, text.length())
                ? text.length()
                : text.offsetByCodePoints(0, mark.getIndex());
        if (offset == text.length()) {
            return "the end of the text";
        }
        return text.charAt(offset) == '`'
                ? "a backtick"
                : VisibleText.shown(Character.toString(text.codePointAt(offset)));
    }
}
