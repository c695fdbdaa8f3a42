package org.offereligibility.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether what a rule tells the candidate may be sent. Its sentence is HR's; what fills its places may only be a word of the
 * vocabulary or a term of the offer, so that no id, no free text, no score and no pass mark can ever stand in it.
 */
final class TellsCheck {
    static final String TELLS = "tells";

    /** Of the five effects those that keep an offer from being made: their findings are told. */
    private static final List<String> TOLD = List.of("BLOCK", "MISSING", "REFER");
    /** Kinds of words that are not of {@code vocabulary.csv}, and not for people outside the house. */
    private static final Set<String> INTERNAL = Set.of("effect", "code", "section");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

    private final Set<String> internal = new HashSet<>(INTERNAL);

    TellsCheck(FactTypes types) {
        types.declared().stream()
                .flatMap(type -> type.fields().stream())
                .filter(field -> field.has("names"))
                .forEach(field -> field.word().ifPresent(internal::add));
    }

    /** @param problems takes what is wrong, and the token where it is */
    void check(RuleSource rule, Bindings bindings, BiConsumer<Token, String> problems) {
        String tells = rule.annotation(TELLS);
        if (tells.isBlank()) {
            if (mayBeTold(rule)) {
                problems.accept(
                        rule.at(),
                        "rule \"" + rule.name() + "\" has no `@tells(\"...\")`: it can keep an offer from being made,"
                                + " so say why in a sentence to the candidate");
            }
            return;
        }
        Token at = rule.annotationAt(TELLS);
        Matcher placeholder = PLACEHOLDER.matcher(tells);
        while (placeholder.find()) {
            placeholder(placeholder.group(1), rule, bindings).ifPresent(message -> problems.accept(at, message));
        }
        String words = placeholder.replaceAll("");
        if (words.contains("{") || words.contains("}")) {
            problems.accept(at, "a brace stands alone here: a variable is written `{$name}`");
        }
        Matcher number = NUMBER.matcher(words);
        if (number.find()) {
            problems.accept(
                    at,
                    "the number `" + number.group() + "` may not be told to the candidate: it could be a score or a"
                            + " limit of a table; say it in words, or leave it out");
        }
    }

    /** Whether the rule's findings can have an effect that is told; a variable one may turn out to be any. */
    private static boolean mayBeTold(RuleSource rule) {
        String effect = rule.annotation("effect");
        return rule.findsSomething() && (TOLD.contains(effect) || effect.startsWith("{"));
    }

    private Optional<String> placeholder(String name, RuleSource rule, Bindings bindings) {
        if (!rule.variables().contains(name)) {
            return Optional.of(UnknownName.told("variable", name, rule.variables()));
        }
        Optional<Bindings.Origin> origin = bindings.origin(name);
        if (origin.map(Bindings.Origin::field).filter(this::maySend).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                "`{" + name + "}` may not be told to the candidate: it is "
                        + origin.map(from -> "the `" + from.field().name() + "` of `" + from.type() + "`")
                                .orElse("not simply a field of a fact")
                        + ", and only words of vocabulary.csv (fields marked `@word`) and terms of the offer may; leave it out");
    }

    private boolean maySend(FactType.Field field) {
        return field.has(FactType.OFFER_TERM)
                || field.word().filter(kind -> !internal.contains(kind)).isPresent();
    }
}
