package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.offereligibility.policy.Difference.Kind;
import org.offereligibility.policy.Difference.RawLine;

/** In what the rules of two versions differ. That a rule moved to another place, or is laid out otherwise, is nothing. */
final class RuleDiff {
    static final String DEFINITIONS = "Definitions";

    private final LegiblePolicy before;
    private final LegiblePolicy after;
    private final Function<String, String> sectionTitle;
    private final Needs old;
    private final Needs now;
    private final List<Difference> differences = new ArrayList<>();

    /** @param sectionTitle of a section's name */
    RuleDiff(LegiblePolicy before, LegiblePolicy after, Function<String, String> sectionTitle) {
        this.before = before;
        this.after = after;
        this.sectionTitle = sectionTitle;
        this.old = new Needs(before.types(), before.vocabulary());
        this.now = new Needs(after.types(), after.vocabulary());
    }

    List<Difference> differences() {
        List<RuleSource> gone = new ArrayList<>(before.rules());
        List<RuleSource> come = new ArrayList<>(after.rules());
        Map<RuleSource, RuleSource> pairs = new LinkedHashMap<>();
        pair(gone, come, pairs, RuleDiff::code);
        pair(gone, come, pairs, rule -> Optional.of(rule.name()));
        pair(gone, come, pairs, rule -> Optional.of(new RuleMeaning(rule).whole()));
        for (RuleSource rule : after.rules()) {
            if (pairs.containsKey(rule)) {
                new RulePair(pairs.get(rule), rule).compare();
            } else if (!before.mayHold(rule.file(), Said.quotedPlainly(rule.name()))) {
                whole(rule, true);
            }
        }
        gone.stream()
                .filter(rule -> !after.mayHold(rule.file(), Said.quotedPlainly(rule.name())))
                .forEach(rule -> whole(rule, false));
        return differences;
    }

    private static Optional<String> code(RuleSource rule) {
        return Optional.of(rule.code()).filter(code -> !code.isEmpty());
    }

    /** Takes out of both lists what has the same name, and puts it together. */
    private static void pair(
            List<RuleSource> gone,
            List<RuleSource> come,
            Map<RuleSource, RuleSource> pairs,
            Function<RuleSource, Optional<String>> name) {
        for (RuleSource rule : List.copyOf(come)) {
            Optional<String> called = name.apply(rule);
            called.flatMap(wanted -> gone.stream()
                            .filter(other -> other.findsSomething() == rule.findsSomething())
                            .filter(other -> name.apply(other).equals(called))
                            .findFirst())
                    .ifPresent(same -> {
                        gone.remove(same);
                        come.remove(rule);
                        pairs.put(rule, same);
                    });
        }
    }

    private String section(RuleSource rule) {
        return rule.findsSomething() ? sectionTitle.apply(rule.annotation("section")) : DEFINITIONS;
    }

    private static Kind kind(RuleSource rule) {
        return rule.findsSomething() ? Kind.RULE : Kind.DEFINITION;
    }

    private void whole(RuleSource rule, boolean isNew) {
        LegiblePolicy policy = isNew ? after : before;
        List<RawLine> lines = lines(policy, rule, rule.line(), rule.text());
        String what = rule.findsSomething() ? "rule" : "definition";
        String effect = rule.findsSomething() ? " (" + effect(rule) + ")" : "";
        String says = rule.annotation("says");
        differences.add(new Difference(
                kind(rule),
                section(rule),
                rule.name(),
                (isNew ? "New " + what + ": " : Said.begun(what) + " removed: ")
                        + Said.quoted(rule.name())
                        + effect
                        + (says.isEmpty() ? "." : ": " + Said.ended(readable(says))),
                isNew ? List.of() : lines,
                isNew ? lines : List.of()));
    }

    private static List<RawLine> lines(LegiblePolicy policy, RuleSource rule, int first, String text) {
        return policy.lines(rule.file(), first, first + (int) text.lines().count() - 1);
    }

    /** {@code BLOCK}; or where it comes from a table, that it does. */
    private static String effect(RuleSource rule) {
        String effect = rule.annotation("effect");
        return effect.startsWith("{") ? "its effect as a table says" : effect;
    }

    /** With what is filled in named in brackets: {@code In the [round] the candidate ...}. */
    private static String readable(String says) {
        return FactType.PLACE
                .matcher(says)
                .replaceAll(place -> Matcher.quoteReplacement(
                        "[" + FactType.noun(place.group(1).replace("$", "")) + "]"));
    }

    /** A rule that both versions have. */
    private final class RulePair {
        private final RuleSource rule;
        private final RuleSource same;
        private final RuleMeaning was;
        private final RuleMeaning is;

        private RulePair(RuleSource same, RuleSource rule) {
            this.same = same;
            this.rule = rule;
            this.was = new RuleMeaning(same);
            this.is = new RuleMeaning(rule);
        }

        private void compare() {
            if (!same.name().equals(rule.name())) {
                add(
                        Said.quoted(same.name()) + " is now called " + Said.quoted(rule.name()) + ".",
                        same.at(),
                        rule.at());
            }
            annotation("code", "now has the code %2$s instead of %1$s", Function.identity());
            annotation("effect", "now has the effect %2$s instead of %1$s", RuleDiff::plainEffect);
            annotation(
                    "section",
                    "moves from the section %1$s to the section %2$s",
                    name -> Said.quoted(sectionTitle.apply(name)));
            sentence("says", "now says ");
            told();
            annotation("source", "now cites %2$s as its source instead of %1$s", Said::quoted);
            conditions();
            others();
        }

        /** What annotations there are beside those that every rule may have. */
        private void others() {
            List<String> named = new ArrayList<>(rule.annotations().keySet());
            same.annotations().keySet().stream()
                    .filter(name -> !named.contains(name))
                    .forEach(named::add);
            named.removeAll(List.of("code", "effect", "section", "says", "tells", "source"));
            named.forEach(name -> annotation(name, "now has %2$s after `@" + name + "` instead of %1$s", Said::quoted));
        }

        private void annotation(String name, String changes, Function<String, String> words) {
            if (was.saysAnother(name, is)) {
                String from = same.annotation(name);
                String to = rule.annotation(name);
                String said = changes.formatted(
                        from.isEmpty() ? "nothing" : words.apply(from), to.isEmpty() ? "nothing" : words.apply(to));
                add(Said.ended(named() + " " + said), same.annotationAt(name), rule.annotationAt(name));
            }
        }

        private void sentence(String name, String now) {
            if (was.saysAnother(name, is)) {
                String changes = Said.insteadOf(readable(same.annotation(name)), readable(rule.annotation(name)));
                add(Said.ended(named() + " " + now + changes), same.annotationAt(name), rule.annotationAt(name));
            }
        }

        private String named() {
            return Said.quoted(rule.name());
        }

        private void told() {
            String from = same.annotation("tells");
            String to = rule.annotation("tells");
            if (from.isEmpty() == to.isEmpty()) {
                sentence("tells", "now tells the candidate ");
            } else if (from.isEmpty()) {
                add(
                        Said.ended(named() + " now tells the candidate: " + Said.quoted(readable(to))),
                        List.of(),
                        at(after, rule, rule.annotationAt("tells")));
            } else {
                add(
                        Said.ended(named() + " no longer tells the candidate anything; before, it told "
                                + Said.quoted(readable(from))),
                        at(before, same, same.annotationAt("tells")),
                        List.of());
            }
        }

        private void conditions() {
            if (was.whole().equals(is.whole())) {
                return;
            }
            List<ConditionDiff.Change> changes =
                    new ConditionDiff(was, is, old, now).changes(same.conditions(), rule.conditions());
            for (ConditionDiff.Change change : changes) {
                add(
                        Said.ended(named() + " " + change.sentence()),
                        change.before()
                                .map(condition -> condition(before, same, condition))
                                .orElse(List.of()),
                        change.after()
                                .map(condition -> condition(after, rule, condition))
                                .orElse(List.of()));
            }
            if (was.statesAnother(is)) {
                add(
                        named() + " now states " + stated(rule) + " instead of " + stated(same) + ".",
                        same.states().at(),
                        rule.states().at());
            } else if (changes.isEmpty()) {
                add(
                        named() + " now takes some of its values from other facts.",
                        lines(before, same, same.when().line(), same.text()),
                        lines(after, rule, rule.when().line(), rule.text()));
            }
        }

        private List<RawLine> condition(LegiblePolicy policy, RuleSource of, Condition condition) {
            return lines(policy, of, condition.at().line(), condition.text());
        }

        private List<RawLine> at(LegiblePolicy policy, RuleSource of, Token token) {
            return lines(policy, of, token.line(), token.text());
        }

        private void add(String sentence, Token from, Token to) {
            add(sentence, at(before, same, from), at(after, rule, to));
        }

        private void add(String sentence, List<RawLine> from, List<RawLine> to) {
            differences.add(new Difference(kind(rule), section(rule), rule.name(), sentence, from, to));
        }
    }

    private static String plainEffect(String effect) {
        return effect.startsWith("{") ? "that a table says" : effect;
    }

    private static String stated(RuleSource rule) {
        return rule.states().arguments().stream()
                .map(argument -> argument.stream().map(Token::text).collect(Collectors.joining()))
                .collect(Collectors.joining(", ", "`" + rule.states().type() + "(", ")`"));
    }
}
