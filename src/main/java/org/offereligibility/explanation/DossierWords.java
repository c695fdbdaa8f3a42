package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.offereligibility.dossier.Json;

/**
 * Puts what stands in a dossier into plain words. All words come from the names of the dossier's properties and from their
 * values; for the things that a committee meets most there is a sentence to put them into.
 */
final class DossierWords {
    /** How an entry of a list reads, by the list's name. */
    private static final Map<String, SentenceForm> FORMS = Map.of(
            "observations", new SentenceForm("{=observer} observed in the {round}: {signal}[. Note: {\"note}]"),
            "scores",
                    new SentenceForm(
                            "{=interviewer} gave {criterion} a {score} in the {round}[. Evidence: {\"evidence}]"),
            "challenges",
                    new SentenceForm(
                            "{topic} challenge {=id} in the {round}[, raised by {=raisedBy}][: {\"constraint}];"
                                    + " the answer after {#responseSeconds second}: {response}"),
            "rounds",
                    new SentenceForm("the {round} began on {startedAt} and took {#minutes minute}; outcome: {outcome}"
                            + "[; interviewers: {interviewers}]"),
            "interviewers", new SentenceForm("{=id} ({function})"),
            "exercises", new SentenceForm("explanation of {topic} in the {round}[, for {audience}]: {\"text}"));

    /** Properties that hold ids, which are read as they stand. */
    private static final Set<String> IDS =
            Set.of("id", "candidateId", "observer", "interviewer", "raisedBy", "approvedBy", "hiringTeam");

    private static final Pattern INDEX = Pattern.compile("\\d+");

    private DossierWords() {}

    /** @param pointer RFC 6901, to where the value stands */
    static String of(String pointer, Json value) {
        List<String> names = new ArrayList<>();
        boolean entry = false;
        for (String token : pointer.split("/", -1)) {
            entry = INDEX.matcher(token).matches();
            if (!entry && !token.isEmpty()) {
                names.add(token.replace("~1", "/").replace("~0", "~"));
            }
        }
        String name = names.isEmpty() ? "" : names.get(names.size() - 1);
        Optional<String> sentence =
                entry && value instanceof Json.Obj object ? sentence(name, object) : Optional.empty();
        if (names.size() == 1 && sentence.isPresent()) {
            return sentence.orElseThrow();
        }
        String read = sentence.orElseGet(() -> read(name, value));
        return names.isEmpty() ? read : label(names, entry) + ": " + read;
    }

    /** {@code /offer/equity/annualValue} is the equity's annual value, {@code /profile/domains/0} a domain. */
    private static String label(List<String> names, boolean entry) {
        String label =
                names.stream().skip(names.size() > 1 ? 1 : 0).map(Words::name).collect(Collectors.joining(" "));
        return entry && label.endsWith("s") && !label.endsWith("ss") ? label.substring(0, label.length() - 1) : label;
    }

    private static Optional<String> sentence(String list, Json.Obj entry) {
        return Optional.ofNullable(FORMS.get(list)).flatMap(form -> form.of(entry));
    }

    /** @param name of the property that has the value */
    static String read(String name, Json value) {
        if (value instanceof Json.Str text) {
            return IDS.contains(name) ? Printable.of(text.value()) : Words.text(text.value());
        }
        if (value instanceof Json.Num number) {
            return Words.number(number.value());
        }
        if (value instanceof Json.Bool truth) {
            return Words.yesOrNo(truth.value());
        }
        if (value instanceof Json.Arr list) {
            return list.items().isEmpty()
                    ? "none"
                    : list.items().stream().map(item -> item(name, item)).collect(Collectors.joining(", "));
        }
        if (value instanceof Json.Obj object) {
            return object.members().isEmpty() ? "nothing" : members(object, Set.of());
        }
        return "not given";
    }

    private static String item(String list, Json item) {
        if (item instanceof Json.Obj object) {
            return sentence(list, object).orElseGet(() -> nested(list, object));
        }
        return nested(list, item);
    }

    /** {@code base salary 240,000, currency USD, equity (annual value 50,000)}, but for the properties named. */
    static String members(Json.Obj object, Set<String> without) {
        return object.members().stream()
                .filter(member -> !without.contains(member.name()))
                .map(member -> Words.name(member.name()) + " " + nested(member.name(), member.value()))
                .collect(Collectors.joining(", "));
    }

    private static String nested(String name, Json value) {
        boolean several = value instanceof Json.Obj object && !object.members().isEmpty()
                || value instanceof Json.Arr list && list.items().size() > 1;
        return several ? "(" + read(name, value) + ")" : read(name, value);
    }
}
