package org.offereligibility.trial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.Token;

/** Slips in the text of one rule. */
final class RuleMutants {
    private static final Map<String, List<String>> COMPARISONS = Map.of(
            "<", List.of("<=", ">"),
            "<=", List.of("<", ">="),
            ">", List.of(">=", "<"),
            ">=", List.of(">", "<="),
            "==", List.of("!="),
            "!=", List.of("=="),
            "&&", List.of("||"),
            "||", List.of("&&"));
    private static final Map<String, String> ARITHMETIC = Map.of(
            "plus", "minus",
            "minus", "plus",
            "times", "dividedBy",
            "dividedBy", "times",
            "midpointTo", "distanceTo",
            "distanceTo", "minus",
            "hoursSince", "daysSince",
            "daysSince", "hoursSince");
    private static final List<String> FUNCTIONS = List.of("mean", "total", "howMany", "lowest", "highest");
    private static final List<String> EFFECTS = List.of("BLOCK", "MISSING", "REFER", "NOTE", "SUPPORT");

    private final RuleSet rules;
    private final RuleSource rule;
    private final String text;
    private final List<Mutant> mutants = new ArrayList<>();
    private final Map<String, FactType.Field> variables = new TreeMap<>();

    private RuleMutants(RuleSet rules, RuleSource rule, String text) {
        this.rules = rules;
        this.rule = rule;
        this.text = text;
    }

    /** In the order in which they stand in the rule. */
    static List<Mutant> of(RuleSet rules, RuleSource rule) {
        byte[] file = rules.folder().files().getOrDefault(rule.file(), new byte[0]);
        RuleMutants all = new RuleMutants(rules, rule, new String(file, StandardCharsets.UTF_8));
        all.annotations();
        rule.conditions().forEach(all::bound);
        if (rule.conditions().size() > 1) {
            rule.conditions().forEach(condition -> all.drop(condition, ""));
        }
        rule.conditions().forEach(all::condition);
        all.arguments();
        all.mutants.sort(Comparator.comparingInt(Mutant::begin));
        return all.mutants;
    }

    // ---- annotations

    private void annotations() {
        Token effect = rule.annotations().get("effect");
        if (effect != null) {
            EFFECTS.stream()
                    .filter(other ->
                            EFFECTS.contains(rule.annotation("effect")) && !other.equals(rule.annotation("effect")))
                    .forEach(other -> replace(
                            Mutant.Kind.EFFECT,
                            effect,
                            "\"" + other + "\"",
                            "the effect of `" + rule.code() + "` were " + other + " and not "
                                    + rule.annotation("effect")));
        }
        Token section = rule.annotations().get("section");
        if (section != null) {
            TableMutants.next(List.copyOf(rules.header().sections().keySet()), rule.annotation("section"))
                    .ifPresent(other -> replace(
                            Mutant.Kind.SECTION,
                            section,
                            "\"" + other + "\"",
                            "`" + rule.code() + "` stood in the section " + other + " and not in "
                                    + rule.annotation("section")));
        }
    }

    // ---- conditions

    private void condition(Condition condition) {
        if (condition instanceof Condition.Not not) {
            replace(Mutant.Kind.NEGATION, not.at(), "exists", swapped(not.at(), "exists", not.text()));
        } else if (condition instanceof Condition.Exists exists) {
            replace(Mutant.Kind.NEGATION, exists.at(), "not", swapped(exists.at(), "not", exists.text()));
        } else if (condition instanceof Condition.And and) {
            joined(and, and.conditions(), " and ", " or ");
        } else if (condition instanceof Condition.Or or) {
            joined(or, or.conditions(), " or ", " and ");
        } else if (condition instanceof Condition.Accumulate accumulate) {
            function(accumulate);
        } else if (condition instanceof Condition.Eval eval) {
            expression(eval.constraint(), "");
        } else if (condition instanceof Condition.Pattern pattern) {
            constraints(pattern);
        }
        condition.parts().forEach(this::condition);
    }

    private String swapped(Token token, String other, String whole) {
        return "`" + whole + "` were `" + other + whole.substring(token.text().length()) + "`";
    }

    private void drop(Condition condition, String connector) {
        int[] range =
                widened(begin(condition), begin(condition) + condition.text().length());
        add(
                Mutant.Kind.CONDITION,
                condition.at(),
                range[0],
                range[1],
                "",
                "`" + oneLine(condition.text()) + "` were not asked" + connector);
    }

    /** The conditions of a group: each dropped, and the word between two of them changed. */
    private void joined(Condition group, List<Condition> parts, String word, String other) {
        List<String> written = parts.stream()
                .map(part -> {
                    int[] range = widened(begin(part), begin(part) + part.text().length());
                    return text.substring(range[0], range[1]);
                })
                .toList();
        int end = begin(group) + group.text().length();
        for (int i = 0; i < written.size(); i++) {
            List<String> left = new ArrayList<>(written);
            String dropped = left.remove(i);
            add(
                    Mutant.Kind.CONDITION,
                    parts.get(i).at(),
                    begin(group),
                    end,
                    String.join(word, left),
                    "`" + oneLine(dropped) + "` were not asked");
        }
        String changed = String.join(other, written);
        add(
                Mutant.Kind.JOIN,
                group.at(),
                begin(group),
                end,
                changed,
                "`" + oneLine(group.text()) + "` were `" + oneLine(changed) + "`");
    }

    private void function(Condition.Accumulate accumulate) {
        Token at = accumulate.function().at();
        int begin = text.indexOf(accumulate.function().name() + "(", at.offset());
        for (String other : FUNCTIONS) {
            if (!other.equals(accumulate.function().name()) && begin >= 0) {
                add(
                        Mutant.Kind.FUNCTION,
                        at,
                        begin,
                        begin + accumulate.function().name().length(),
                        other,
                        "`" + accumulate.function().variable() + "` were the `" + other + "` and not the `"
                                + accumulate.function().name() + "`");
            }
        }
    }

    private void constraints(Condition.Pattern pattern) {
        List<Condition.Constraint> constraints = pattern.constraints();
        for (int i = 0; i < constraints.size(); i++) {
            Condition.Constraint constraint = constraints.get(i);
            if (constraint.isBinding()) {
                continue;
            }
            int begin = constraint.at().offset();
            int end = begin + constraint.text().length();
            boolean last = i + 1 == constraints.size();
            int from = i > 0 && last ? end(constraints.get(i - 1)) : begin;
            int to = last ? end : constraints.get(i + 1).at().offset();
            add(
                    Mutant.Kind.CONSTRAINT,
                    constraint.at(),
                    from,
                    to,
                    "",
                    "`" + oneLine(constraint.text()) + "` were not asked of `" + pattern.type() + "`");
            expression(constraint, pattern.type());
        }
    }

    private static int end(Condition.Constraint constraint) {
        Token last = constraint.expression().get(constraint.expression().size() - 1);
        return last.offset() + last.text().length();
    }

    private void expression(Condition.Constraint constraint, String type) {
        List<Token> tokens = constraint.expression();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.SYMBOL) {
                COMPARISONS
                        .getOrDefault(token.text(), List.of())
                        .forEach(other -> inside(Mutant.Kind.COMPARISON, constraint, token, other));
            } else if (token.kind() == Token.Kind.NAME
                    && i > 0
                    && tokens.get(i - 1).text().equals(".")) {
                String other = ARITHMETIC.get(token.text());
                if (other != null) {
                    inside(Mutant.Kind.ARITHMETIC, constraint, token, other);
                }
            } else if (token.kind() == Token.Kind.STRING) {
                word(constraint, tokens, i, type);
            }
        }
        shortened(constraint);
    }

    private void word(Condition.Constraint constraint, List<Token> tokens, int i, String type) {
        int name = i;
        while (name > 0 && tokens.get(name).kind() != Token.Kind.NAME
                || tokens.get(name).text().equals("in")
                || tokens.get(name).text().equals("not")) {
            name--;
        }
        String field = tokens.get(name).text();
        rules.type(type)
                .flatMap(fact -> fact.field(field))
                .flatMap(FactType.Field::word)
                .map(kind -> rules.vocabulary().words(kind).stream()
                        .filter(word -> word.equals(literal(tokens.get(i)))
                                || tokens.stream()
                                        .noneMatch(token -> literal(token).equals(word)))
                        .toList())
                .flatMap(words -> TableMutants.next(words, literal(tokens.get(i))))
                .ifPresent(other -> inside(Mutant.Kind.WORD, constraint, tokens.get(i), "\"" + other + "\""));
    }

    private static String literal(Token token) {
        return token.kind() == Token.Kind.STRING && token.text().length() > 1
                ? token.text().substring(1, token.text().length() - 1)
                : "";
    }

    /** A list of words with one of them left out. */
    private void shortened(Condition.Constraint constraint) {
        List<Token> tokens = constraint.expression();
        int in = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == Token.Kind.NAME && tokens.get(i).text().equals("in")) {
                in = i;
            }
        }
        if (in < 0) {
            return;
        }
        List<Token> listed = tokens.subList(in + 2, tokens.size()).stream()
                .filter(token -> token.kind() == Token.Kind.STRING)
                .toList();
        for (Token left : listed) {
            List<String> rest = listed.stream()
                    .filter(token -> token != left)
                    .map(Token::text)
                    .toList();
            if (!rest.isEmpty()) {
                Token last = listed.get(listed.size() - 1);
                add(
                        Mutant.Kind.LIST,
                        left,
                        listed.get(0).offset(),
                        last.offset() + last.text().length(),
                        String.join(", ", rest),
                        "the list in `" + oneLine(constraint.text()) + "` had no `" + literal(left) + "`");
            }
        }
    }

    private void inside(Mutant.Kind kind, Condition.Constraint constraint, Token token, String other) {
        int begin = token.offset() - constraint.expression().get(0).offset();
        String changed = constraint.text().substring(0, begin)
                + other
                + constraint.text().substring(begin + token.text().length());
        replace(kind, token, other, "`" + oneLine(constraint.text()) + "` were `" + oneLine(changed) + "`");
    }

    // ---- the consequence

    /** Each variable replaced by the next of the same kind, each operation by its opposite, each word by another. */
    private void arguments() {
        List<FactType.Field> fields =
                rules.type(rule.states().type()).map(FactType::fields).orElse(List.of());
        for (int i = 0; i < rule.states().arguments().size(); i++) {
            List<Token> argument = rule.states().arguments().get(i);
            String part = i < fields.size() ? FactType.noun(fields.get(i).name()) : "";
            for (int j = 0; j < argument.size(); j++) {
                Token token = argument.get(j);
                if (token.kind() == Token.Kind.VARIABLE && variables.containsKey(token.text())) {
                    FactType.Field own = variables.get(token.text());
                    List<String> alike = variables.entrySet().stream()
                            .filter(entry -> entry.getValue().type().equals(own.type())
                                    && entry.getValue().word().equals(own.word()))
                            .map(Map.Entry::getKey)
                            .toList();
                    TableMutants.next(alike, token.text())
                            .ifPresent(other -> argument(Mutant.Kind.ARGUMENT, token, other, part));
                } else if (token.kind() == Token.Kind.NAME && ARITHMETIC.containsKey(token.text())) {
                    argument(Mutant.Kind.ARITHMETIC, token, ARITHMETIC.getOrDefault(token.text(), ""), part);
                } else if (token.kind() == Token.Kind.STRING && i < fields.size()) {
                    fields.get(i)
                            .word()
                            .flatMap(
                                    kind -> TableMutants.next(rules.vocabulary().words(kind), literal(token)))
                            .ifPresent(other -> argument(Mutant.Kind.WORD, token, "\"" + other + "\"", part));
                }
            }
        }
    }

    private void argument(Mutant.Kind kind, Token token, String other, String part) {
        replace(
                kind,
                token,
                other,
                "the " + part + " of `" + rule.states().type() + "` were made with `" + other + "` and not with `"
                        + token.text() + "`");
    }

    /** From which field each variable has its value. */
    private void bound(Condition condition) {
        Map<String, FactType.Field> found = new HashMap<>();
        if (condition instanceof Condition.Pattern pattern) {
            rules.type(pattern.type())
                    .ifPresent(type -> pattern.constraints().stream()
                            .filter(constraint -> constraint.isBinding()
                                    && constraint.expression().size() == 1)
                            .forEach(constraint -> type.field(constraint.text())
                                    .ifPresent(field ->
                                            found.put(constraint.variable().orElse(""), field))));
        } else if (condition instanceof Condition.And and) {
            and.conditions().forEach(this::bound);
        }
        variables.putAll(found);
    }

    // ---- places

    /** Where the condition's text begins; a pattern that is named begins with its name. */
    private int begin(Condition condition) {
        if (condition instanceof Condition.Pattern pattern && pattern.variable().isPresent()) {
            return text.lastIndexOf(
                    pattern.variable().orElseThrow(), pattern.at().offset());
        }
        return condition.at().offset();
    }

    /** With the parentheses around it. */
    private int[] widened(int begin, int end) {
        int before = begin - 1;
        int after = end;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        while (after < text.length() && Character.isWhitespace(text.charAt(after))) {
            after++;
        }
        return before >= 0 && after < text.length() && text.charAt(before) == '(' && text.charAt(after) == ')'
                ? widened(before, after + 1)
                : new int[] {begin, end};
    }

    private static String oneLine(String written) {
        return written.replaceAll("\\s+", " ");
    }

    private void replace(Mutant.Kind kind, Token token, String other, String instead) {
        add(kind, token, token.offset(), token.offset() + token.text().length(), other, instead);
    }

    private void add(Mutant.Kind kind, Token at, int begin, int end, String replacement, String instead) {
        mutants.add(
                new Mutant(rule.file(), at.line(), kind, rule.name(), text, begin, end, replacement, oneLine(instead)));
    }
}
