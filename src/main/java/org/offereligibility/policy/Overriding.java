package org.offereligibility.policy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.offereligibility.dossier.Json;

/**
 * What {@code overrides:} in {@code policy.yaml} says of setting a decision aside.
 *
 * @param days how long an override holds at most, from 1 to 3650
 * @param reasons why a decision may be set aside: a code and what it means; if there is none, any code will do
 */
public record Overriding(int days, SortedMap<String, String> reasons) {
    /** Where nothing is declared. */
    public static final Overriding DEFAULT = new Overriding(90, new TreeMap<>());

    static final String PROPERTY = "overrides";
    private static final int MOST_DAYS = 3650;
    private static final String FORM = "small letters, digits and hyphens, such as `new-evidence`";
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 60;

    public Overriding {
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    }

    /** What is wrong with that code as a reason, in words that end a sentence; nothing if it may be given. */
    public Optional<String> refusal(String code) {
        if (reasons.containsKey(code)) {
            return Optional.empty();
        }
        return reasons.isEmpty()
                ? isCode(code)
                        ? Optional.empty()
                        : Optional.of(VisibleText.shown(code) + " is no reason code: it needs " + FORM)
                : Optional.of(UnknownName.told("reason", code, reasons.keySet()));
    }

    private static boolean isCode(String code) {
        return code.length() <= LONGEST && CODE.matcher(code).matches();
    }

    static Overriding read(Json.Obj header, BiConsumer<Json.Position, String> problems) {
        return HeaderPart.of(header, PROPERTY, List.of("days", "reasons"), problems)
                .map(part -> new Overriding(
                        part.whole("days", 1, MOST_DAYS, "for which an override holds at most")
                                .orElse(DEFAULT.days()),
                        reasons(part)))
                .orElse(DEFAULT);
    }

    private static SortedMap<String, String> reasons(HeaderPart part) {
        SortedMap<String, String> reasons = new TreeMap<>();
        Optional<Json> given = part.get("reasons");
        if (given.orElse(null) instanceof Json.Obj list && !list.members().isEmpty()) {
            for (Json.Member member : list.members()) {
                if (!isCode(member.name())) {
                    part.problems()
                            .accept(
                                    member.at(),
                                    VisibleText.shown(member.name()) + " is no reason code: it needs " + FORM);
                } else if (member.value() instanceof Json.Str text
                        && !text.value().isBlank()) {
                    reasons.put(member.name(), text.value());
                } else {
                    part.problems()
                            .accept(
                                    member.value().at(),
                                    "expected a text after `" + member.name() + ":` that says what this reason means");
                }
            }
        } else if (given.isPresent()) {
            part.problems()
                    .accept(given.get().at(), "expected reasons after `reasons:`, each a code with what it means");
        }
        return reasons;
    }
}
