package org.offereligibility.decision;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Moment;
import org.offereligibility.policy.Clauses;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.ConditionWords;
import org.offereligibility.policy.Expression;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.RuleSet;

/** Puts what a rule says, and what it found to be absent, into words. */
final class Sentences {
    private static final Object OPEN = new Object();

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Exact ONE = Exact.of(1);

    /** A measure, of which there may be one: {@code 1 years} is {@code 1 year}. */
    private static final Pattern SEVERAL =
            Pattern.compile("( (?:year|month|week|day|hour|minute|second|time|point|word|sentence))s\\b");

    private final RuleSet rules;

    Sentences(RuleSet rules) {
        this.rules = rules;
    }

    /** The rule's sentence with its placeholders filled: from the variables, else from the parts of the stated fact. */
    String said(Match match, Map<String, Object> parts) {
        return filled(match.rule().annotation("says"), match, parts);
    }

    /** The sentences to the candidate; that they may be sent was seen to when the rules were loaded. */
    List<String> told(List<Match> matches) {
        return matches.stream()
                .map(match -> filled(match.rule().annotation("tells"), match, Map.of()))
                .distinct()
                .sorted()
                .toList();
    }

    private String filled(String sentence, Match match, Map<String, Object> parts) {
        Matcher placeholder = PLACEHOLDER.matcher(sentence);
        Matcher several = SEVERAL.matcher(sentence);
        StringBuilder filled = new StringBuilder();
        int from = 0;
        while (placeholder.find()) {
            String name = placeholder.group(1);
            Object value = name.startsWith("$") ? match.bindings().get(name) : parts.get(name);
            filled.append(sentence, from, placeholder.start()).append(spoken(value == null ? name : value));
            from = placeholder.end();
            if (ONE.equals(value) && several.region(from, sentence.length()).lookingAt()) {
                filled.append(several.group(1));
                from = several.end();
            }
        }
        return filled.append(sentence.substring(from)).toString();
    }

    /** A value as people read it. */
    String spoken(Object value) {
        if (value instanceof Exact number) {
            return number.spoken();
        }
        if (value instanceof Moment moment) {
            return moment.toString().replace('T', ' ').replace("Z", " UTC");
        }
        if (value instanceof String word) {
            return rules.vocabulary().reads(word);
        }
        return String.valueOf(value);
    }

    /** What had to be absent, in plain words. */
    String absent(Match.Support.Absent absent) {
        Set<String> inner = new HashSet<>();
        Condition condition = absent.condition().condition();
        Condition.variables(condition, inner);
        Map<String, Object> known = new HashMap<>(absent.bindings());
        known.keySet().removeAll(inner);
        return "no " + what(condition, known);
    }

    /**
     * What the condition asks for, in plain words, without an article; constraints on a variable of the rule whose value is
     * not known are passed over.
     */
    String asked(Condition condition, Map<String, Object> known) {
        Set<String> open = new HashSet<>(Variables.of(condition).needed());
        open.removeAll(known.keySet());
        Map<String, Object> values = new HashMap<>(known);
        open.forEach(variable -> values.put(variable, OPEN));
        return what(condition, values);
    }

    /** That no fact was other than all had to be: {@code no round held with an outcome other than “done”}. */
    String withoutException(Match.Support.Each each) {
        Condition.Pattern all = each.condition().pattern();
        Clauses exception = new Clauses(noun(all), value -> value(value, each.bindings()));
        exception.add(new Expression.Negated(all.constraints().get(0).asks()));
        return "no " + exception;
    }

    private String noun(Condition.Pattern pattern) {
        return rules.type(pattern.type()).map(FactType::noun).orElse(pattern.type());
    }

    private String what(Condition condition, Map<String, Object> known) {
        return new ConditionWords(
                        rules::type,
                        value -> value(value, known),
                        constraint ->
                                constraint.expression().stream().anyMatch(token -> known.get(token.text()) == OPEN))
                .of(condition);
    }

    private String value(Expression.Value value, Map<String, Object> known) {
        if (value instanceof Expression.Value.Literal literal) {
            return "“" + spoken(literal.text()) + "”";
        }
        if (value instanceof Expression.Value.Variable variable) {
            Object bound = known.get(variable.name());
            if (bound == null) {
                return Clauses.THE_SAME;
            }
            return bound instanceof String ? "“" + spoken(bound) + "”" : spoken(bound);
        }
        return "";
    }
}
