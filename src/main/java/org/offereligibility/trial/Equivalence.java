package org.offereligibility.trial;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.offereligibility.dossier.Vocabulary;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.TableRow;
import org.offereligibility.policy.Token;
import org.offereligibility.policy.Variants;

/** Proofs that no dossier tells a mutant apart. Each reason is sound by itself; where none applies nothing is claimed. */
final class Equivalence {
    private final RuleSet rules;
    private final Asking asking;
    private final Ranking ranking;
    private final AlikeRows alike;
    private final Set<String> together = new HashSet<>();

    Equivalence(RuleSet rules) {
        this.rules = rules;
        this.asking = new Asking(rules);
        this.ranking = new Ranking(rules);
        this.alike = new AlikeRows(rules);
        together();
    }

    /** @param variant the rules after the edit */
    Optional<String> proof(Mutant mutant, Variants.Variant variant) {
        Optional<RuleSource> rule = rules.rule(mutant.about());
        return rule.isEmpty()
                ? ranking.proof(mutant, variant)
                : ownRole(mutant, rule.get())
                        .or(() -> criterion(mutant, rule.get()))
                        .or(() -> alike.proof(mutant, rule.get()))
                        .or(() -> onlyTold(mutant, rule.get()));
    }

    // ---- what is but told

    private Optional<String> onlyTold(Mutant mutant, RuleSource rule) {
        String type = rule.states().type();
        if (rule.findsSomething() || divides(mutant, rule)) {
            return Optional.empty();
        }
        if (!asking.readsAny(type)) {
            return Optional.of("no rule asks for `" + type + "`: it is only told");
        }
        List<FactType.Field> fields = rules.type(type).map(FactType::fields).orElse(List.of());
        for (int i = 0; i < rule.states().arguments().size(); i++) {
            String field = fields.get(i).name();
            boolean here =
                    rule.states().arguments().get(i).stream().anyMatch(token -> token.offset() == mutant.begin());
            if (here && !asking.asks(type, field) && !asking.counts(type)) {
                return Optional.of(
                        "no finding depends on the " + FactType.noun(field) + " of `" + type + "`: it is only told");
            }
        }
        return Optional.empty();
    }

    /** Whether the edit makes a division, or changes by what is divided: by zero nothing can be divided. */
    private static boolean divides(Mutant mutant, RuleSource rule) {
        boolean inConsequence = rule.states().arguments().stream()
                .flatMap(List::stream)
                .anyMatch(token -> token.offset() == mutant.begin());
        if (mutant.replacement().contains("dividedBy")
                || !inConsequence && rule.text().contains("dividedBy")) {
            return true;
        }
        for (List<Token> argument : rule.states().arguments()) {
            int depth = 0;
            int divisor = -1;
            for (int i = 0; i < argument.size(); i++) {
                Token token = argument.get(i);
                if (divisor >= 0 && depth > divisor && token.offset() == mutant.begin()) {
                    return true;
                }
                if (token.text().equals("dividedBy") && divisor < 0) {
                    divisor = depth;
                }
                depth += token.text().equals("(") ? 1 : token.text().equals(")") ? -1 : 0;
                if (token.text().equals(")") && depth == divisor) {
                    divisor = -1;
                }
            }
        }
        return false;
    }

    // ---- what is implied

    private record Dropped(Condition.Pattern pattern, Condition.Constraint constraint, String field, Token other) {}

    /** A dropped constraint of the form {@code field == something}. */
    private static Optional<Dropped> dropped(Mutant mutant, RuleSource rule) {
        if (mutant.kind() != Mutant.Kind.CONSTRAINT) {
            return Optional.empty();
        }
        return Asking.all(rule.conditions())
                .filter(Condition.Pattern.class::isInstance)
                .map(Condition.Pattern.class::cast)
                .flatMap(pattern -> pattern.constraints().stream()
                        .filter(constraint -> !constraint.isBinding()
                                && constraint.at().offset() >= mutant.begin()
                                && constraint.at().offset() < mutant.end())
                        .filter(Equivalence::isEquality)
                        .map(constraint -> new Dropped(
                                pattern,
                                constraint,
                                constraint.expression().get(0).text(),
                                constraint.expression().get(2))))
                .findFirst();
    }

    private static boolean isEquality(Condition.Constraint constraint) {
        List<Token> tokens = constraint.expression();
        return tokens.size() == 3
                && tokens.get(0).kind() == Token.Kind.NAME
                && tokens.get(1).text().equals("==");
    }

    /** Rules of a role decide dossiers of that role only, and a table all of whose lines name it says nothing new. */
    private Optional<String> ownRole(Mutant mutant, RuleSource rule) {
        return dropped(mutant, rule)
                .filter(dropped -> binding(rule, dropped.other().text())
                        .filter(from -> from.pattern().type().equals("Role")
                                && from.field().equals("role"))
                        .isPresent())
                .filter(dropped -> isTable(dropped.pattern().type())
                        && rows(dropped.pattern().type())
                                .allMatch(row -> rules.header()
                                        .role()
                                        .equals(row.values().get(dropped.field()))))
                .map(dropped -> "every line of the table is for `"
                        + rules.header().role() + "`, and so is every dossier that these rules decide");
    }

    private boolean isTable(String type) {
        return rules.type(type)
                .filter(known -> known.origin() == FactType.Origin.TABLE)
                .isPresent();
    }

    private java.util.stream.Stream<TableRow> rows(String type) {
        return rules.rows().values().stream().filter(row -> row.type().name().equals(type));
    }

    private record Bound(Condition.Pattern pattern, String field) {}

    /** The pattern and field from which a variable has its value; none if another variable has the same name. */
    private static Optional<Bound> binding(RuleSource rule, String variable) {
        List<Bound> all = Asking.all(rule.conditions())
                .filter(Condition.Pattern.class::isInstance)
                .map(Condition.Pattern.class::cast)
                .flatMap(pattern -> pattern.constraints().stream()
                        .filter(constraint ->
                                constraint.variable().filter(variable::equals).isPresent())
                        .map(constraint -> new Bound(pattern, constraint.text())))
                .toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    // ---- criteria belong to one round each

    /** The types all of whose facts name a criterion together with its own round. */
    private void together() {
        Set<String> words = new HashSet<>();
        boolean once = rules.vocabulary().entries().stream()
                .filter(entry -> entry.kind().equals("criterion"))
                .map(Vocabulary.Entry::word)
                .allMatch(words::add);
        if (!once) {
            return;
        }
        together.add("Score"); // the reader refuses a criterion of another round
        rules.rows().values().stream()
                .map(TableRow::type)
                .distinct()
                .filter(type -> hasBoth(type) && rows(type.name()).allMatch(this::ofItsRound))
                .forEach(type -> together.add(type.name()));
        boolean grown = true;
        while (grown) {
            grown = rules.rules().stream()
                    .map(rule -> rule.states().type())
                    .filter(type ->
                            rules.type(type).filter(Equivalence::hasBoth).isPresent())
                    .filter(type -> rules.rules().stream()
                            .filter(rule -> rule.states().type().equals(type))
                            .allMatch(this::statesTogether))
                    .map(together::add)
                    .reduce(false, Boolean::logicalOr);
        }
    }

    private boolean ofItsRound(TableRow row) {
        return rules.vocabulary()
                .has(
                        "criterion",
                        String.valueOf(row.values().get("criterion")),
                        String.valueOf(row.values().get("round")));
    }

    private static boolean hasBoth(FactType type) {
        return type.field("round").isPresent() && type.field("criterion").isPresent();
    }

    private boolean statesTogether(RuleSource rule) {
        List<FactType.Field> fields =
                rules.type(rule.states().type()).map(FactType::fields).orElse(List.of());
        String round = "";
        String criterion = "";
        for (int i = 0; i < Math.min(fields.size(), rule.states().arguments().size()); i++) {
            List<Token> argument = rule.states().arguments().get(i);
            String only = argument.size() == 1 ? argument.get(0).text() : "";
            round = fields.get(i).name().equals("round") ? only : round;
            criterion = fields.get(i).name().equals("criterion") ? only : criterion;
        }
        return boundTogether(rule, round, criterion);
    }

    /** Whether one fact of a type that names criteria with their rounds gives the criterion, and has that round. */
    private boolean boundTogether(RuleSource rule, String round, String criterion) {
        return binding(rule, criterion)
                .filter(bound -> bound.field().equals("criterion")
                        && together.contains(bound.pattern().type()))
                .filter(bound -> bound.pattern().constraints().stream()
                        .anyMatch(constraint -> constraint.isBinding()
                                ? constraint.variable().filter(round::equals).isPresent()
                                        && constraint.text().equals("round")
                                        && binding(rule, round).isPresent()
                                : isEquality(constraint)
                                        && constraint.expression().get(0).text().equals("round")
                                        && constraint.expression().get(2).text().equals(round)
                                        && (constraint.expression().get(2).kind() == Token.Kind.STRING
                                                || binding(rule, round).isPresent())))
                .isPresent();
    }

    /** Where the criterion is asked for, its round need not be. */
    private Optional<String> criterion(Mutant mutant, RuleSource rule) {
        return dropped(mutant, rule)
                .filter(dropped -> dropped.field().equals("round")
                        && together.contains(dropped.pattern().type()))
                .filter(dropped -> dropped.pattern().constraints().stream()
                        .filter(constraint -> !constraint.isBinding() && isEquality(constraint))
                        .filter(constraint ->
                                constraint.expression().get(0).text().equals("criterion"))
                        .map(constraint -> constraint.expression().get(2))
                        .anyMatch(criterion -> agree(rule, dropped.other(), criterion)))
                .map(dropped ->
                        "each criterion belongs to one round, so that asking for the criterion asks for the round");
    }

    private boolean agree(RuleSource rule, Token round, Token criterion) {
        if (round.kind() == Token.Kind.STRING && criterion.kind() == Token.Kind.STRING) {
            return rules.vocabulary().has("criterion", literal(criterion), literal(round));
        }
        return boundTogether(rule, round.text(), criterion.text());
    }

    private static String literal(Token token) {
        return token.text().substring(1, token.text().length() - 1);
    }
}
