package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.Expression;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.TableFile;

/** Conditions that can never hold, and those that always do and so ask nothing. */
final class ConditionMeaning {
    private final Study study;
    private final Told told;

    ConditionMeaning(Study study, Told told) {
        this.study = study;
        this.told = told;
    }

    /** Where a condition stands, and so what follows if it never holds. */
    private enum Place {
        RULE(", so that the rule never holds"),
        DENIED(", so that the `not` around it asks nothing"),
        ALTERNATIVE(", so that this alternative never counts"),
        WITHIN("");

        private final String follows;

        Place(String follows) {
            this.follows = follows;
        }
    }

    /** Tells of the rule's conditions one by one; then of the rule if it never holds for another reason. */
    void tell(Study.Studied studied) {
        List<Place> never = new ArrayList<>();
        studied.rule().conditions().forEach(condition -> condition(studied, condition, Place.RULE, never));
        if (studied.isNever() && !never.contains(Place.RULE)) {
            together(studied);
        }
    }

    private void condition(Study.Studied studied, Condition condition, Place place, List<Place> never) {
        if (condition instanceof Condition.Pattern pattern) {
            pattern(studied, pattern, place, never);
        } else if (condition instanceof Condition.Eval eval) {
            constraint(studied, eval.constraint(), "", place, never);
        } else if (condition instanceof Condition.Accumulate accumulate) {
            boolean ofNothing =
                    List.of("howMany", "total").contains(accumulate.function().name());
            condition(studied, accumulate.condition(), ofNothing ? Place.WITHIN : place, never);
        } else if (condition instanceof Condition.ForAll all) {
            if (studied.tally().of(all) == Truth.ALWAYS) {
                told.warn(
                        "condition-always-holds",
                        studied.rule(),
                        all.at(),
                        Told.quoted(all.text()) + " always holds, so that it asks nothing",
                        Optional.empty());
            }
        } else {
            int before = never.size();
            for (Condition part : condition.parts()) {
                condition(studied, part, inside(condition, place), never);
            }
            if (condition instanceof Condition.Not not && before == never.size()) {
                denied(studied, not, place, never);
            }
        }
    }

    private static Place inside(Condition condition, Place place) {
        if (condition instanceof Condition.Not) {
            return place == Place.RULE ? Place.DENIED : Place.WITHIN;
        }
        return condition instanceof Condition.Or ? place == Place.WITHIN ? place : Place.ALTERNATIVE : place;
    }

    private void denied(Study.Studied studied, Condition.Not not, Place place, List<Place> never) {
        Truth truth = studied.tally().of(not);
        if (truth == Truth.ALWAYS) {
            told.warn(
                    "condition-always-holds",
                    studied.rule(),
                    not.at(),
                    Told.quoted(not.text()) + " always holds, so that it asks nothing",
                    Optional.empty());
        } else if (truth == Truth.NEVER) {
            never.add(place);
            told.warn(
                    "condition-never-holds",
                    studied.rule(),
                    not.at(),
                    Told.quoted(not.text()) + " never holds: what must be absent here is always there" + place.follows,
                    Optional.empty());
        }
    }

    private void pattern(Study.Studied studied, Condition.Pattern pattern, Place place, List<Place> never) {
        int before = never.size();
        for (Condition.Constraint constraint : pattern.constraints()) {
            constraint(studied, constraint, pattern.type(), place, never);
        }
        if (before == never.size()
                && studied.tally().isInVain(pattern)
                && study.world().forms(pattern.type(), new Situation()).isEmpty()) {
            never.add(place);
            told.warn(
                    "condition-never-holds",
                    studied.rule(),
                    pattern.at(),
                    Told.quoted(pattern.text()) + " never holds: " + whyNone(pattern.type()) + place.follows,
                    Optional.empty());
        }
    }

    /** Why there can be no fact of a type. */
    private String whyNone(String type) {
        FactType known = study.world().rules().type(type).orElseThrow();
        if (known.table().isPresent()) {
            return "`"
                    + TableFile.standing(
                            study.world().rules().folder(), known.table().get())
                    + "` has no line";
        }
        if (known.origin() == FactType.Origin.DOSSIER) {
            return "the vocabulary has no word with which a dossier could say it";
        }
        List<String> stating = study.rules().stream()
                .map(Study.Studied::rule)
                .filter(rule -> rule.states().type().equals(type))
                .map(Told::named)
                .toList();
        return stating.isEmpty()
                ? "no rule states `" + type + "`"
                : "`" + type + "` is stated only by what never holds, " + String.join(" and ", stating);
    }

    private void constraint(
            Study.Studied studied, Condition.Constraint constraint, String type, Place place, List<Place> never) {
        Truth truth = studied.tally().of(constraint);
        boolean tabled = studied.tally().isTabled(constraint);
        if (truth == Truth.NEVER) {
            never.add(place);
            told.warn(
                    "condition-never-holds",
                    studied.rule(),
                    constraint.at(),
                    Told.quoted(constraint.text()) + " never holds" + why(studied, constraint, type) + place.follows,
                    Optional.empty());
        } else if (truth == Truth.ALWAYS && !tabled && !isOnlyWord(constraint, type)) {
            told.warn(
                    "condition-always-holds",
                    studied.rule(),
                    constraint.at(),
                    Told.quoted(constraint.text()) + " always holds" + why(studied, constraint, type)
                            + ", so that it asks nothing",
                    Optional.empty());
        }
    }

    /** Whether the vocabulary has one word of that kind so far, so that it makes no difference to ask for it. */
    private boolean isOnlyWord(Condition.Constraint constraint, String type) {
        return study.world().rules().type(type).stream()
                .flatMap(known -> known.fields().stream())
                .filter(field -> TableMeaning.fields(constraint).contains(field.name()))
                .flatMap(field -> field.word().stream())
                .anyMatch(kind -> study.world().rules().vocabulary().words(kind).size() == 1);
    }

    private String why(Study.Studied studied, Condition.Constraint constraint, String type) {
        Expression asks = constraint.asks();
        if (asks instanceof Expression.Comparison comparison
                && comparison.left().equals(comparison.right())) {
            return ": it compares " + written(comparison.left()) + " with itself";
        }
        Optional<FactType> known = study.world().rules().type(type);
        boolean limit = studied.tally().cuts().keySet().stream()
                .anyMatch(cut -> cut.constraint().equals(constraint));
        if (!limit
                && studied.tally().isTabled(constraint)
                && known.flatMap(FactType::table).isPresent()) {
            return ": there is no such line in `"
                    + known.flatMap(FactType::table).get() + "`";
        }
        List<String> parts = new ArrayList<>();
        for (Expression.Value value : Tests.operands(asks)) {
            if (!(value instanceof Expression.Value.Literal)) {
                Told.range(studied.tally().range(constraint, value))
                        .ifPresent(range -> parts.add(written(value) + " is " + range));
            }
        }
        return parts.isEmpty() ? "" : ": here " + String.join(", and ", new LinkedHashSet<>(parts));
    }

    static String written(Expression.Value value) {
        if (value instanceof Expression.Value.Field field) {
            return "`" + field.name() + "`";
        }
        if (value instanceof Expression.Value.Variable variable) {
            return "`" + variable.name() + "`";
        }
        return "what it computes";
    }

    /** Each condition may hold by itself, but not with those before it. */
    private void together(Study.Studied studied) {
        RuleSource rule = studied.rule();
        List<Condition> conditions = rule.conditions();
        for (int i = 1; i <= conditions.size(); i++) {
            Optional<List<Situation>> ways = study.ways(conditions.subList(0, i), new Tally());
            if (ways.filter(List::isEmpty).isPresent()) {
                Condition last = conditions.get(i - 1);
                told.warn(
                        "rule-never-holds",
                        rule,
                        last.at(),
                        Told.quoted(last.text())
                                + " never holds together with the conditions before it, so that the rule \""
                                + rule.name() + "\" never holds",
                        Optional.empty());
                return;
            }
        }
    }
}
