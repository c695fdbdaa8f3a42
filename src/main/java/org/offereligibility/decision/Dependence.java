package org.offereligibility.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.offereligibility.dossier.Fact;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.Expression;
import org.offereligibility.policy.Token;

/**
 * What a finding depends on: the facts of the dossier that support it, the kinds of facts whose coming could end it (what
 * had to be absent, and what was computed with), and the types of facts through which that could happen indirectly. A change
 * that touches none of these leaves the finding as it is.
 */
public final class Dependence {
    private final Set<String> pointers = new HashSet<>();
    private final List<Wish> wishes = new ArrayList<>();
    private final Set<String> types = new HashSet<>();

    private Dependence() {}

    /** A fact that could come and would matter, so far as the words of its pattern tell. */
    private record Wish(Condition.Pattern pattern, Map<String, Object> known) {
        boolean fits(Fact fact) {
            Operands operands = Operands.on(fact, known);
            return pattern.constraints().stream()
                    .filter(constraint -> !constraint.isBinding())
                    .allMatch(constraint -> possible(constraint, operands));
        }

        /** Comparisons of figures may turn; those of words are as they are, where both words are known. */
        private boolean possible(Condition.Constraint constraint, Operands operands) {
            boolean known = constraint.expression().stream()
                    .allMatch(token -> token.kind() != Token.Kind.VARIABLE || this.known.containsKey(token.text()));
            if (!known) {
                return true;
            }
            Expression asks = constraint.asks();
            boolean words = asks instanceof Expression.Comparison comparison
                            && !Comparisons.measured(operands.value(comparison.left()))
                    || asks instanceof Expression.OneOf;
            return !words || operands.holds(asks);
        }
    }

    /** Whether the finding could end because these facts go, and those come. */
    public boolean isTouchedBy(Collection<Fact> gone, Collection<Fact> come) {
        return gone.stream().anyMatch(fact -> pointers.contains(fact.pointer()) || types.contains(type(fact)))
                || come.stream()
                        .anyMatch(fact -> pointers.contains(fact.pointer())
                                || types.contains(type(fact))
                                || wishes.stream()
                                        .anyMatch(
                                                wish -> isA(fact, wish.pattern().type()) && wish.fits(fact)));
    }

    private static String type(Fact fact) {
        return fact.getClass().getSimpleName();
    }

    private static boolean isA(Fact fact, String type) {
        return type(fact).equals(type)
                || type.equals(Fact.Evidence.class.getSimpleName()) && fact instanceof Fact.Evidence;
    }

    /** Reads off what a finding's matches depend on. */
    static Dependence of(Collection<Match> matches, WorkingFacts facts, Influence influence) {
        Dependence dependence = new Dependence();
        Set<Match> followed = new HashSet<>();
        matches.forEach(match -> dependence.follow(match, facts, influence, followed));
        return dependence;
    }

    private void follow(Match match, WorkingFacts facts, Influence influence, Set<Match> followed) {
        if (!followed.add(match)) {
            return;
        }
        for (Match.Support support : match.support()) {
            if (support instanceof Match.Support.Present present) {
                if (present.fact() instanceof Fact fact) {
                    pointers.add(fact.pointer());
                }
                facts.derivations(present.fact()).forEach(derivation -> follow(derivation, facts, influence, followed));
            }
        }
        match.rule().conditions().forEach(condition -> wish(condition, match.bindings(), false, influence));
    }

    /** @param counts whether the coming of a fact could end the match: within a {@code not}, a {@code forall} or an {@code accumulate} */
    private void wish(Condition condition, Map<String, Object> known, boolean counts, Influence influence) {
        if (condition instanceof Condition.Pattern pattern && counts) {
            if (influence.isDerived(pattern.type())) {
                types.addAll(influence.on(pattern.type()));
            } else {
                Map<String, Object> outside = new TreeMap<>(known);
                Optional<String> own = pattern.variable();
                own.ifPresent(outside::remove);
                wishes.add(new Wish(pattern, outside));
            }
        }
        if (condition instanceof Condition.ForAll all) {
            // what comes and is not as all must be matters most
            Condition.Pattern any = new Condition.Pattern(
                    all.at(), Optional.empty(), all.pattern().type(), List.of(), all.text());
            wish(any, known, true, influence);
            return;
        }
        for (Condition inner : condition.parts()) {
            boolean within = condition instanceof Condition.Not || condition instanceof Condition.Accumulate;
            wish(inner, known, counts || within, influence);
        }
    }
}
