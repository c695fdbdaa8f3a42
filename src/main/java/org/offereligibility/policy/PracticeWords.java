package org.offereligibility.policy;

import java.util.List;
import java.util.Optional;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Json;

/** The sentences for what {@code policy.yaml} says of practice around decisions: how long, how often, for which reasons. */
final class PracticeWords {
    private PracticeWords() {}

    /** As {@link HeaderWords#sentence}. */
    static Optional<String> sentence(String path, String name, Optional<Json> was, Optional<Json> is) {
        String whole = path.isEmpty() ? name : path + "/" + name;
        if (whole.startsWith(FunnelFigures.PROPERTY)) {
            return funnel(path, name, was, is);
        }
        return switch (whole) {
            case "retention" -> Optional.of(kept(at(was, "/years"), at(is, "/years")));
            case "retention/years" -> Optional.of(kept(was, is));
            case "overrides" ->
                Optional.of(reasons(at(was, "/reasons"), at(is, "/reasons")) + " "
                        + days(at(was, "/days"), at(is, "/days")));
            case "overrides/days" -> Optional.of(days(was, is));
            case "overrides/reasons" -> Optional.of(reasons(was, is));
            default -> path.equals("overrides/reasons") ? Optional.of(reason(name, was, is)) : Optional.empty();
        };
    }

    private static Optional<Json> at(Optional<Json> value, String pointer) {
        return value.flatMap(found -> found.at(pointer));
    }

    private static String number(Optional<Json> value, int otherwise) {
        return value.map(HeaderDiff::words).orElse(Exact.of(otherwise).spoken());
    }

    private static String kept(Optional<Json> was, Optional<Json> is) {
        String from = number(was, Retention.YEARS);
        String to = number(is, Retention.YEARS);
        return "Decisions are kept " + several(to, "year")
                + (from.equals(to) ? asBefore(is) : ", no longer " + from + ".");
    }

    private static String days(Optional<Json> was, Optional<Json> is) {
        String from = number(was, Overriding.DEFAULT.days());
        String to = number(is, Overriding.DEFAULT.days());
        return "An override holds at most " + several(to, "day")
                + (from.equals(to) ? asBefore(is) : " instead of " + from + ".");
    }

    private static String asBefore(Optional<Json> is) {
        return ", as before; the policy " + (is.isEmpty() ? "no longer" : "now") + " says so.";
    }

    private static String several(String number, String unit) {
        return number + " " + unit + (number.equals("1") ? "" : "s");
    }

    private static String reasons(Optional<Json> was, Optional<Json> is) {
        List<String> to = codes(is);
        return to.isEmpty()
                ? "A decision may " + (codes(was).isEmpty() ? "still" : "now") + " be set aside for any reason."
                : "A decision may " + (codes(was).isEmpty() ? "now " : "") + "be set aside for these reasons only: "
                        + Said.list(to) + ".";
    }

    private static List<String> codes(Optional<Json> reasons) {
        return reasons.orElse(null) instanceof Json.Obj list
                ? list.members().stream()
                        .map(member -> Said.quoted(member.name()))
                        .toList()
                : List.of();
    }

    private static String reason(String code, Optional<Json> was, Optional<Json> is) {
        String from = was.map(HeaderDiff::words).orElse("");
        String to = is.map(HeaderDiff::words).orElse("");
        return was.isEmpty()
                ? "New reason for which a decision may be set aside: " + Said.quoted(code) + ", " + to + "."
                : is.isEmpty()
                        ? "A decision may no longer be set aside for the reason " + Said.quoted(code) + " (" + from
                                + ")."
                        : "The reason " + Said.quoted(code) + " for setting a decision aside now means " + to
                                + " instead of " + from + ".";
    }

    private static Optional<String> funnel(String path, String name, Optional<Json> was, Optional<Json> is) {
        String from = was.map(HeaderDiff::words).orElse("");
        String to = is.map(HeaderDiff::words).orElse("");
        boolean both = was.isPresent() && is.isPresent();
        String year = path.substring(path.lastIndexOf('/') + 1);
        return switch (name) {
            case "funnel" ->
                Optional.of("The policy " + (was.isEmpty() ? "now" : "no longer")
                        + " says what is expected of many candidates together.");
            case "eliminated" ->
                Optional.of("The policy " + (was.isEmpty() ? "now" : "no longer")
                        + " says how many of its candidates each round is expected to eliminate" + range(is) + ".");
            case "atLeast", "atMost" ->
                both
                        ? Optional.of("Each round is expected to eliminate "
                                + (name.equals("atLeast") ? "at least " : "at most ") + to
                                + " per cent of those who enter it, no longer " + from + ".")
                        : Optional.empty();
            case "finalRound" ->
                both
                        ? Optional.of("By the policy's figures " + to + " candidates reached the final round in " + year
                                + ", no longer " + from + ".")
                        : Optional.empty();
            case "offers" ->
                both
                        ? Optional.of("By the policy's figures " + to + " candidates received offers in " + year
                                + ", no longer " + from + ".")
                        : Optional.empty();
            default ->
                path.equals("funnel/years") && !both
                        ? Optional.of("The policy " + (was.isEmpty() ? "now" : "no longer")
                                + " has figures of the final round for " + name + ".")
                        : Optional.empty();
        };
    }

    private static String range(Optional<Json> eliminated) {
        Optional<Json> least = at(eliminated, "/atLeast");
        Optional<Json> most = at(eliminated, "/atMost");
        return least.isPresent() && most.isPresent()
                ? ": " + HeaderDiff.words(least.get()) + " to " + HeaderDiff.words(most.get()) + " per cent"
                : "";
    }
}
