package org.offereligibility.policy;

import java.util.Optional;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Json;

/** The sentences for the entries of {@code policy.yaml} whose meaning is known. */
final class HeaderWords {
    private HeaderWords() {}

    /**
     * The sentence for one entry that is new, gone or another; none where nothing better can be said than that.
     *
     * @param path of the list or object it stands in
     */
    static Optional<String> sentence(String path, String name, Optional<Json> was, Optional<Json> is) {
        String from = was.map(HeaderDiff::words).orElse("");
        String to = is.map(HeaderDiff::words).orElse("");
        return switch (path) {
            case "" ->
                switch (name) {
                    case "title", "owner", "document" ->
                        Optional.of("The " + name + " of the policy "
                                + (was.isEmpty()
                                        ? "is now given: " + to
                                        : is.isEmpty()
                                                ? "is no longer given; it was " + from
                                                : "changes from " + from + " to " + to)
                                + ".");
                    case "notes" -> Optional.of("The notes on the policy are written otherwise.");
                    default -> PracticeWords.sentence(path, name, was, is);
                };
            case "sections" ->
                Optional.of(
                        was.isEmpty()
                                ? "New section: " + title(is) + "."
                                : is.isEmpty()
                                        ? "Section removed: " + title(was) + "."
                                        : "The section " + title(was) + " is now called " + title(is) + ".");
            case "sources" ->
                Optional.of(
                        was.isEmpty()
                                ? "New source that rules may cite: " + Said.quoted(name) + ", " + to + "."
                                : is.isEmpty()
                                        ? "Rules may no longer cite the source " + Said.quoted(name) + " (" + from
                                                + ")."
                                        : "The source " + Said.quoted(name) + " now stands for " + to + " instead of "
                                                + from + ".");
            case "changeable" -> both(was, is) ? Optional.empty() : Optional.of(changeable(name, was, is));
            case "knifeEdge" -> both(was, is) ? Optional.empty() : Optional.of(edge(name, was, is));
            default -> inList(path, name, was, is);
        };
    }

    private static boolean both(Optional<Json> was, Optional<Json> is) {
        return was.isPresent() && is.isPresent();
    }

    private static Optional<String> inList(String path, String name, Optional<Json> was, Optional<Json> is) {
        Optional<Exact> from = was.flatMap(HeaderWords::number);
        Optional<Exact> to = is.flatMap(HeaderWords::number);
        boolean isFact = path.startsWith("changeable/") || path.startsWith("knifeEdge/");
        if (isFact && name.equals("step") && from.isPresent() && to.isPresent()) {
            return Optional.of("The step by which " + fact(path)
                    + (path.startsWith("changeable/") ? " may change" : " is seen to be at its edge") + " "
                    + Said.moves(from.get(), to.get()) + ".");
        }
        return PracticeWords.sentence(path, name, was, is);
    }

    private static Optional<Exact> number(Json value) {
        return value instanceof Json.Num number ? Optional.of(Exact.of(number.value())) : Optional.empty();
    }

    /** {@code changeable//offer/baseSalary} as {@code the offer base salary}. */
    static String fact(String path) {
        String pointer = path.substring(path.indexOf('/') + 1).replaceFirst("/(?:step|from)$", "");
        return "the " + Said.place(pointer);
    }

    private static String changeable(String pointer, Optional<Json> was, Optional<Json> is) {
        String fact = "the " + Said.place(pointer);
        return was.isEmpty()
                ? Said.begun(fact) + " may now change before a decision" + steps(is) + "."
                : Said.begun(fact) + " may no longer change before a decision.";
    }

    private static String edge(String pointer, Optional<Json> was, Optional<Json> is) {
        String step = step(is.or(() -> was));
        return "The committee is " + (was.isEmpty() ? "now" : "no longer") + " told where one step"
                + (step.isEmpty() ? "" : " of " + step) + " in the " + Said.place(pointer)
                + " would turn the verdict.";
    }

    private static String steps(Optional<Json> entry) {
        String step = step(entry);
        return step.isEmpty() ? "" : ", in steps of " + step;
    }

    private static String step(Optional<Json> entry) {
        return entry.flatMap(value -> value.at("/step"))
                .flatMap(HeaderWords::number)
                .map(Exact::spoken)
                .orElse("");
    }

    private static String title(Optional<Json> section) {
        return section.flatMap(value -> value.at("/title"))
                .map(HeaderDiff::words)
                .orElseGet(() -> section.map(HeaderDiff::words).orElse(""));
    }
}
