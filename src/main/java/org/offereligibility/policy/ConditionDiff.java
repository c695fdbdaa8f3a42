package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offereligibility.policy.Condition.Constraint;

/** In what the conditions of two versions of a rule differ: what is asked no longer, what is asked besides, and what instead. */
final class ConditionDiff {
    /**
     * @param sentence about the rule, which is named in front of it
     * @param before none for what is new
     * @param after none for what is gone
     */
    record Change(String sentence, Optional<Condition> before, Optional<Condition> after) {}

    private final RuleMeaning was;
    private final RuleMeaning is;
    private final Needs old;
    private final Needs now;
    private final List<Change> changes = new ArrayList<>();

    ConditionDiff(RuleMeaning was, RuleMeaning is, Needs old, Needs now) {
        this.was = was;
        this.is = is;
        this.old = old;
        this.now = now;
    }

    List<Change> changes(List<Condition> before, List<Condition> after) {
        List<Condition> gone = new ArrayList<>(before);
        List<Condition> come = new ArrayList<>(after);
        for (Condition condition : before) {
            Optional<Condition> same = come.stream()
                    .filter(other -> is.alone(other).equals(was.alone(condition)))
                    .findFirst();
            same.ifPresent(other -> {
                gone.remove(condition);
                come.remove(other);
            });
        }
        for (Condition condition : List.copyOf(gone)) {
            Optional<Condition> turned =
                    come.stream().filter(other -> alike(condition, other)).findFirst();
            turned.ifPresent(other -> {
                gone.remove(condition);
                come.remove(other);
                pair(condition, other);
            });
        }
        gone.forEach(condition -> changes.add(
                new Change("no longer needs " + old.of(condition), Optional.of(condition), Optional.empty())));
        come.forEach(condition -> changes.add(
                new Change("now also needs " + now.of(condition), Optional.empty(), Optional.of(condition))));
        return changes;
    }

    private static boolean alike(Condition before, Condition after) {
        return before.getClass() == after.getClass() && about(before).equals(about(after));
    }

    /** Which type of facts it is about, if it is about one. */
    private static List<String> about(Condition condition) {
        return condition instanceof Condition.Pattern pattern
                ? List.of(pattern.type())
                : condition.parts().stream()
                        .flatMap(part -> about(part).stream())
                        .sorted()
                        .toList();
    }

    private void pair(Condition before, Condition after) {
        Optional<Condition.Pattern> wasPattern = pattern(before);
        Optional<Condition.Pattern> isPattern = pattern(after);
        if (wasPattern.isPresent() && isPattern.isPresent()) {
            constraints(before, wasPattern.get(), after, isPattern.get());
        } else if (before instanceof Condition.Not wasNot && after instanceof Condition.Not isNot) {
            turned(
                    "now holds only where there is no " + now.what(isNot.condition()) + "; before, where there was no "
                            + old.what(wasNot.condition()),
                    before,
                    after);
        } else if (before instanceof Condition.Accumulate) {
            turned("now reckons with " + now.of(after) + " instead of " + old.of(before), before, after);
        } else {
            turned("now needs " + now.of(after) + " instead of " + old.of(before), before, after);
        }
    }

    /** The one fact that has to be there. */
    private static Optional<Condition.Pattern> pattern(Condition condition) {
        if (condition instanceof Condition.Exists exists) {
            return pattern(exists.condition());
        }
        return condition instanceof Condition.Pattern pattern ? Optional.of(pattern) : Optional.empty();
    }

    private void constraints(
            Condition before, Condition.Pattern wasPattern, Condition after, Condition.Pattern isPattern) {
        List<Constraint> gone = unshared(wasPattern, was, isPattern, is);
        List<Constraint> come = unshared(isPattern, is, wasPattern, was);
        String noun = now.noun(isPattern);
        if (gone.size() == 1 && come.size() == 1) {
            turned(
                    "now asks for " + now.asks(noun, come.get(0)) + " instead of " + old.asks(noun, gone.get(0)),
                    before,
                    after);
            return;
        }
        String of = " of the " + noun;
        gone.forEach(one -> turned("no longer asks for " + old.asks(noun, one) + of, before, after));
        come.forEach(one -> turned("now also asks for " + now.asks(noun, one) + of, before, after));
    }

    private static List<Constraint> unshared(
            Condition.Pattern here, RuleMeaning meaning, Condition.Pattern there, RuleMeaning other) {
        List<String> shared =
                new ArrayList<>(there.constraints().stream().map(other::alone).toList());
        List<Constraint> unshared = new ArrayList<>();
        for (Constraint constraint : here.constraints()) {
            if (constraint.isTest() && !shared.remove(meaning.alone(constraint))) {
                unshared.add(constraint);
            }
        }
        return unshared;
    }

    private void turned(String sentence, Condition before, Condition after) {
        changes.add(new Change(sentence, Optional.of(before), Optional.of(after)));
    }
}
