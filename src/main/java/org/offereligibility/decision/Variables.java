package org.offereligibility.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.Token;

/** Which of a rule's variables a condition needs from those before it, and to which it gives a value for those after it. */
record Variables(Set<String> needed, Set<String> given) {
    static Variables of(Condition condition) {
        Set<String> needed = new TreeSet<>();
        needs(condition, new HashSet<>(), needed);
        Set<String> given = new TreeSet<>();
        Condition.variables(condition, given);
        return new Variables(needed, given);
    }

    /** @param bound what has a value from within the condition itself */
    private static void needs(Condition condition, Set<String> bound, Set<String> needed) {
        if (condition instanceof Condition.Pattern pattern) {
            pattern.constraints().forEach(constraint -> constraint.variable().ifPresent(bound::add));
            pattern.constraints().forEach(constraint -> needs(constraint.expression(), bound, needed));
        } else if (condition instanceof Condition.Not not) {
            needs(not.condition(), new HashSet<>(bound), needed);
        } else if (condition instanceof Condition.Exists exists) {
            needs(exists.condition(), new HashSet<>(bound), needed);
        } else if (condition instanceof Condition.And and) {
            and.conditions().forEach(part -> needs(part, bound, needed));
        } else if (condition instanceof Condition.Or or) {
            or.conditions().forEach(part -> needs(part, new HashSet<>(bound), needed));
        } else if (condition instanceof Condition.ForAll all) {
            needs(all.pattern(), new HashSet<>(bound), needed);
        } else if (condition instanceof Condition.Eval eval) {
            needs(eval.constraint().expression(), bound, needed);
        } else if (condition instanceof Condition.Accumulate accumulate) {
            Set<String> inside = new HashSet<>(bound);
            needs(accumulate.condition(), inside, needed);
            needs(accumulate.function().argument(), inside, needed);
        }
    }

    private static void needs(List<Token> expression, Set<String> bound, Set<String> needed) {
        for (Token token : expression) {
            if (token.kind() == Token.Kind.VARIABLE && !bound.contains(token.text())) {
                needed.add(token.text());
            }
        }
    }
}
