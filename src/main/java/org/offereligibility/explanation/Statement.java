package org.offereligibility.explanation;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.offereligibility.decision.Reason;
import org.offereligibility.dossier.Exact;

/**
 * One fact in plain words, and the facts under it.
 *
 * @param kind what sort of fact it is
 * @param place where in the dossier it stands (RFC 6901), or empty
 */
public record Statement(Kind kind, String words, String place, List<Statement> because) {
    /** Where a fact comes from: the dossier, a table, other facts, or that there is none; or that it is said to lead to others. */
    public enum Kind {
        DOSSIER,
        TABLE,
        DERIVED,
        ABSENT,
        SAID
    }

    /** The columns that say where a line of a table comes from, what it means, and in what its number counts. */
    private static final String SOURCE = "source";

    private static final String MEANING = "meaning";
    private static final String UNIT = "unit";

    /** A sentence that is no fact of the dossier or the policy, but leads to some. */
    public static Statement said(String words, String place, List<Statement> because) {
        return new Statement(Kind.SAID, words, place, because);
    }

    public static Statement of(Reason reason) {
        if (reason instanceof Reason.FromDossier given) {
            return new Statement(
                    Kind.DOSSIER,
                    DossierWords.of(given.pointer(), given.value()),
                    Printable.of(given.pointer()),
                    List.of());
        }
        if (reason instanceof Reason.FromPolicy row) {
            return new Statement(Kind.TABLE, row(row), "", List.of());
        }
        if (reason instanceof Reason.Derived derived) {
            String words = derived.message().isBlank()
                    ? Words.name(derived.fact()) + ": " + Words.values(derived.value())
                    : derived.message();
            return new Statement(
                    Kind.DERIVED,
                    Printable.of(words),
                    "",
                    derived.because().stream().map(Statement::of).toList());
        }
        String what = Printable.of(((Reason.Absent) reason).what());
        return new Statement(
                Kind.ABSENT, what.startsWith("no ") ? "there is " + what : "absent: " + what, "", List.of());
    }

    /** The statements, but beneath one of them nothing that already stands beside or above it: aloud, once is enough. */
    static List<Statement> onceEach(List<Statement> statements) {
        return onceEach(statements, Set.of());
    }

    private static List<Statement> onceEach(List<Statement> statements, Set<Statement> above) {
        Set<Statement> stated = new HashSet<>(above);
        stated.addAll(statements);
        return statements.stream()
                .filter(statement -> !above.contains(statement))
                .map(statement -> new Statement(
                        statement.kind(), statement.words(), statement.place(), onceEach(statement.because(), stated)))
                .toList();
    }

    /** What is left to say under that message: this, or what is under it if the message has just said this. */
    Stream<Statement> under(String message) {
        boolean said = !because.isEmpty()
                && words.equalsIgnoreCase(Printable.of(message).replaceFirst("\\.$", ""));
        return said ? because.stream() : Stream.of(this);
    }

    /** The same without the facts under it. */
    public Statement alone() {
        return new Statement(kind, words, place, List.of());
    }

    private static String row(Reason.FromPolicy row) {
        Map<String, Object> columns = new LinkedHashMap<>(row.value());
        String source = Printable.of(String.valueOf(columns.getOrDefault(SOURCE, "")));
        String meaning = Printable.of(String.valueOf(columns.getOrDefault(MEANING, "")));
        String unit = Printable.of(String.valueOf(columns.getOrDefault(UNIT, "")));
        columns.keySet().removeAll(List.of(SOURCE, MEANING, UNIT));
        Object last = columns.values().stream().reduce("", (before, value) -> value);
        if (!unit.isEmpty() && !(last instanceof Exact)) {
            columns.put(UNIT, unit);
            unit = "";
        }
        String values = Words.values(columns);
        return Printable.of(row.file()) + ", line " + row.line() + ": " + values
                + (unit.isEmpty() ? "" : " " + (Exact.of(1).equals(last) ? unit.replaceFirst("(?<=[^s])s$", "") : unit))
                + (meaning.isEmpty() ? "" : ", " + Words.begunSmall(meaning))
                + (source.isEmpty() ? "" : " (from " + source + ")");
    }
}
