package org.offereligibility.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Moment;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.Token;

/** Puts what a rule says, and what it found to be absent, into words. */
final class Sentences {
    private static final Object OPEN = new Object();

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Map<String, String> COMPARISONS = Map.of(
            "<",
            "under",
            "<=",
            "of at most",
            ">",
            "over",
            ">=",
            "of at least",
            "!=",
            "other than",
            "matches",
            "that reads like");

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
        return placeholder.replaceAll(found -> {
            String name = found.group(1);
            Object value = name.startsWith("$") ? match.bindings().get(name) : parts.get(name);
            return Matcher.quoteReplacement(spoken(value == null ? name : value));
        });
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

    /** That no fact was other than all had to be: {@code no round held without the outcome “done”}. */
    String withoutException(Match.Support.Each each) {
        Condition.Pattern all = each.condition().pattern();
        return "no " + noun(all) + " without " + clause(all.constraints().get(0), each.bindings());
    }

    private String noun(Condition.Pattern pattern) {
        return rules.type(pattern.type()).map(FactType::noun).orElse(pattern.type());
    }

    private String what(Condition condition, Map<String, Object> known) {
        if (condition instanceof Condition.Pattern pattern) {
            String noun = noun(pattern);
            List<String> clauses = new ArrayList<>();
            for (Condition.Constraint constraint : pattern.constraints()) {
                boolean open = constraint.expression().stream().anyMatch(token -> known.get(token.text()) == OPEN);
                if (!open && (!constraint.isBinding() || constraint.expression().size() > 1)) {
                    clauses.add(clause(constraint, known));
                }
            }
            return clauses.isEmpty() ? noun : noun + " with " + String.join(" and ", clauses);
        }
        if (condition instanceof Condition.Not not) {
            return "no " + what(not.condition(), known);
        }
        if (condition instanceof Condition.Exists exists) {
            return what(exists.condition(), known);
        }
        if (condition instanceof Condition.And and) {
            return and.conditions().stream()
                    .map(part -> part instanceof Condition.Not not
                            ? "without " + what(not.condition(), known)
                            : what(part, known))
                    .collect(Collectors.joining(" together with "))
                    .replace("together with without", "without");
        }
        if (condition instanceof Condition.Or or) {
            return or.conditions().stream().map(part -> what(part, known)).collect(Collectors.joining(" or "));
        }
        return "such facts";
    }

    /** {@code round == $round} becomes {@code the round “case presentation”}, {@code hours < $least} {@code an hours under 48}. */
    private String clause(Condition.Constraint constraint, Map<String, Object> known) {
        List<Token> expression = constraint.expression();
        if (expression.size() == 3 && expression.get(0).kind() == Token.Kind.NAME) {
            String field = FactType.noun(expression.get(0).text());
            String comparison = expression.get(1).text();
            String value = value(expression.get(2), known);
            return comparison.equals("==")
                    ? "the " + field + " " + value
                    : (startsWithVowel(field) ? "an " : "a ") + field + " "
                            + COMPARISONS.getOrDefault(comparison, comparison) + " " + value;
        }
        if (expression.size() == 4 && expression.get(2).text().equals("matches")) {
            return "a " + FactType.noun(expression.get(0).text()) + " that does not read like "
                    + value(expression.get(3), known);
        }
        List<String> words = new ArrayList<>();
        for (Token token : expression) {
            words.add(
                    token.kind() == Token.Kind.NAME && !token.text().equals("in")
                            ? FactType.noun(token.text())
                            : COMPARISONS.getOrDefault(token.text(), value(token, known)));
        }
        return String.join(" ", words)
                .replace("( ", "(")
                .replace(" )", ")")
                .replace(" ,", ",")
                .replace(" . ", " ");
    }

    private static boolean startsWithVowel(String word) {
        return word.matches("[aeio].*|u[^ns].*");
    }

    private String value(Token token, Map<String, Object> known) {
        if (token.kind() == Token.Kind.STRING) {
            return "“" + spoken(token.text().substring(1, token.text().length() - 1)) + "”";
        }
        if (token.kind() != Token.Kind.VARIABLE) {
            return token.kind() == Token.Kind.NAME ? FactType.noun(token.text()) : token.text();
        }
        Object value = known.get(token.text());
        if (value == null) {
            return "the same";
        }
        return value instanceof String ? "“" + spoken(value) + "”" : spoken(value);
    }
}
