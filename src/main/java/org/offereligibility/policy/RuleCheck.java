package org.offereligibility.policy;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Vocabulary;

/** Whether a rule speaks only of what there is: types, fields, variables, words, sections and sources. */
final class RuleCheck {
    static final List<String> EFFECTS = List.of("BLOCK", "MISSING", "REFER", "NOTE", "SUPPORT");
    private static final List<String> FINDING_ANNOTATIONS = List.of("code", "effect", "section", "source", "says");
    static final List<String> ALL_ANNOTATIONS =
            List.of("code", "effect", "section", "source", "says", TellsCheck.TELLS);
    private static final List<String> DERIVING_ANNOTATIONS = List.of("source", "says");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private final FactTypes types;
    private final Vocabulary vocabulary;
    private final Unread unread;
    private final PolicyHeader header;
    private final Consumer<Problem> problems;
    private int reported;
    private final TellsCheck tells;

    RuleCheck(FactTypes types, Vocabulary vocabulary, Unread unread, PolicyHeader header, Consumer<Problem> problems) {
        this.types = types;
        this.vocabulary = vocabulary;
        this.unread = unread;
        this.header = header;
        this.problems = problems;
        this.tells = new TellsCheck(types);
    }

    void check(RuleSource rule) {
        Expressions expressions = new Expressions(vocabulary, unread, (at, message) -> report(rule, at, message));
        Map<String, String> variables = new HashMap<>();
        if (rule.conditions().isEmpty()) {
            report(rule, rule.when(), "a rule needs at least one condition between `when` and `then`");
        }
        int before = reported;
        rule.conditions().forEach(condition -> condition(rule, condition, variables, expressions));
        // where a value comes from cannot be told of a condition that is not understood
        Optional<Bindings> bindings = reported == before
                        && rule.reads().stream()
                                .allMatch(type -> types.named(type).isPresent())
                ? Optional.of(Bindings.of(rule, types))
                : Optional.empty();
        statement(rule, variables, bindings, expressions);
        annotations(rule, variables.keySet(), bindings);
    }

    private void condition(
            RuleSource rule, Condition condition, Map<String, String> variables, Expressions expressions) {
        if (condition instanceof Condition.Pattern pattern) {
            pattern(rule, pattern, variables, expressions);
        } else if (condition instanceof Condition.Not not) {
            condition(rule, not.condition(), new HashMap<>(variables), expressions);
        } else if (condition instanceof Condition.Exists exists) {
            condition(rule, exists.condition(), new HashMap<>(variables), expressions);
        } else if (condition instanceof Condition.ForAll all) {
            condition(rule, all.pattern(), new HashMap<>(variables), expressions);
        } else if (condition instanceof Condition.Eval eval) {
            expressions.overVariables(eval, variables);
        } else if (condition instanceof Condition.And and) {
            and.conditions().forEach(part -> condition(rule, part, variables, expressions));
        } else if (condition instanceof Condition.Or or) {
            or.conditions().forEach(part -> condition(rule, part, new HashMap<>(variables), expressions));
        } else if (condition instanceof Condition.Accumulate accumulate) {
            Map<String, String> inside = new HashMap<>(variables);
            condition(rule, accumulate.condition(), inside, expressions);
            Condition.Function function = accumulate.function();
            if (!FactTypes.FUNCTIONS.contains(function.name())) {
                report(rule, function.at(), UnknownName.told("function", function.name(), FactTypes.FUNCTIONS));
            }
            String kind = expressions.check(function.argument(), Optional.empty(), inside);
            if (!function.name().equals("howMany") && !kind.isEmpty() && !kind.equals("Exact")) {
                report(
                        rule,
                        function.at(),
                        "`" + function.name() + "` computes with numbers, and this is of the kind `" + kind + "`");
            }
            variables.put(function.variable(), "Exact");
        }
    }

    private void pattern(
            RuleSource rule, Condition.Pattern pattern, Map<String, String> variables, Expressions expressions) {
        Optional<FactType> type = types.named(pattern.type());
        if (type.isEmpty() && !unread.mayHaveType(pattern.type())
                || pattern.type().equals(FactType.FINDING)) {
            report(
                    rule,
                    pattern.at(),
                    type.isEmpty()
                            ? UnknownName.told("fact", pattern.type(), types.names())
                            : "a rule may not depend on findings: state a fact of your own and let both rules read it");
        }
        pattern.variable().ifPresent(variable -> variables.put(variable, pattern.type()));
        if (type.isEmpty()) {
            // its fields are not known either, and saying so would hide what matters
            pattern.constraints()
                    .forEach(constraint -> constraint.variable().ifPresent(name -> variables.put(name, "")));
            return;
        }
        for (Condition.Constraint constraint : pattern.constraints()) {
            int before = reported;
            String value = expressions.check(constraint.expression(), type, variables);
            if (!constraint.isBinding()) {
                expressions.test(constraint.expression(), value);
            }
            if (reported == before) {
                explainable(rule, constraint);
            } else {
                // a name that is given behind the mistake is one all the same
                constraint.expression().stream()
                        .filter(token -> token.is(Token.Kind.VARIABLE))
                        .forEach(token -> variables.putIfAbsent(token.text(), ""));
            }
            if (constraint.isBinding() && reported == before) {
                constraint.expression().stream()
                        .filter(token -> token.is(Token.Kind.VARIABLE))
                        .forEach(token -> report(
                                rule,
                                token,
                                "a name such as `"
                                        + constraint.variable().orElseThrow()
                                        + "` is given to a value of this fact alone: state a"
                                        + " fact of your own where several are computed with"));
            }
            constraint.variable().ifPresent(variable -> {
                if (variables.put(variable, value) != null) {
                    report(rule, constraint.at(), "`" + variable + "` already names another value in this rule");
                }
            });
        }
    }

    /** What cannot be taken apart could not be explained either. */
    private void explainable(RuleSource rule, Condition.Constraint constraint) {
        try {
            new ExpressionParser(constraint.expression()).whole();
        } catch (ExpressionParser.Unclear unclear) {
            report(rule, unclear.at(), String.valueOf(unclear.getMessage()));
        }
    }

    private void statement(
            RuleSource rule, Map<String, String> variables, Optional<Bindings> bindings, Expressions expressions) {
        RuleSource.Statement states = rule.states();
        Optional<FactType> type = types.named(states.type());
        if (type.isEmpty()) {
            if (!unread.mayHaveType(states.type())) {
                report(rule, states.at(), UnknownName.told("fact", states.type(), types.names()));
            }
            return;
        }
        if (type.get().origin() != FactType.Origin.DERIVED) {
            report(
                    rule,
                    states.at(),
                    "a rule may not state `" + states.type() + "`: it comes from the "
                            + (type.get().origin() == FactType.Origin.TABLE ? "table" : "dossier"));
            return;
        }
        int expected = type.get().fields().size();
        int given = states.arguments().size();
        if (given != expected && !(rule.findsSomething() && given == 1)) {
            report(
                    rule,
                    states.at(),
                    "`" + states.type() + "` has " + expected + " parts, and " + given + " are given");
        }
        for (int i = 0; i < given; i++) {
            List<Token> argument = states.arguments().get(i);
            String value = expressions.check(argument, Optional.empty(), variables);
            if (i < expected) {
                FactType.Field field = type.get().fields().get(i);
                if (!value.isEmpty() && !field.type().isEmpty() && !value.equals(field.type())) {
                    report(
                            rule,
                            argument.get(0),
                            "`" + field.name() + "` of `" + states.type() + "` is " + ValueKind.spoken(field.type())
                                    + ", and this is " + ValueKind.spoken(value));
                }
                if (argument.size() == 1 && argument.get(0).is(Token.Kind.STRING)) {
                    expressions.word(field, argument.get(0));
                } else if (value.equals(field.type())) {
                    bindings.ifPresent(known -> word(rule, field, argument, known));
                }
            }
        }
    }

    /** A field of words only ever gets words of its kind, so that a word is one wherever it came from. */
    private void word(RuleSource rule, FactType.Field field, List<Token> argument, Bindings bindings) {
        field.word().ifPresent(kind -> {
            boolean isWord = argument.size() == 1
                    && bindings.origin(argument.get(0).text())
                            .filter(origin -> origin.isWord(kind))
                            .isPresent();
            if (!isWord) {
                report(
                        rule,
                        argument.get(0),
                        "`" + field.name() + "` of `" + rule.states().type() + "` is a word of the kind `" + kind
                                + "`, so it must come from a field that is marked `@word(\"" + kind + "\")`");
            }
        });
    }

    private void annotations(RuleSource rule, Set<String> variables, Optional<Bindings> bindings) {
        if (types.named(rule.states().type()).isEmpty()) {
            return; // what it needs depends on what it states
        }
        Collection<String> known = rule.findsSomething() ? ALL_ANNOTATIONS : DERIVING_ANNOTATIONS;
        Collection<String> needed = rule.findsSomething() ? FINDING_ANNOTATIONS : DERIVING_ANNOTATIONS;
        rule.annotations().forEach((name, value) -> {
            if (!known.contains(name)) {
                report(
                        rule,
                        value,
                        ALL_ANNOTATIONS.contains(name)
                                ? "`@" + name + "` is for rules that state a finding, and this one states `"
                                        + rule.states().type() + "`"
                                : UnknownName.told("annotation", name, known));
            }
        });
        for (String name : needed) {
            if (rule.annotation(name).isBlank() && !isMisspelt(name, rule, known)) {
                report(rule, rule.at(), "rule \"" + rule.name() + "\" has no `@" + name + "(\"...\")`");
            }
        }
        sources(rule);
        placeholders(rule, variables);
        if (rule.findsSomething()) {
            section(rule);
            effect(rule, variables, bindings);
            if (rule.annotation(TellsCheck.TELLS).isBlank() && isMisspelt(TellsCheck.TELLS, rule, known)) {
                return;
            }
            if (bindings.isPresent() || rule.annotation(TellsCheck.TELLS).isBlank()) {
                tells.check(
                        rule,
                        bindings.orElseGet(() -> Bindings.of(rule, types)),
                        (at, message) -> report(rule, at, message));
            }
        }
    }

    private static boolean isMisspelt(String name, RuleSource rule, Collection<String> known) {
        return rule.annotations().keySet().stream()
                .anyMatch(given -> !known.contains(given)
                        && Vocabulary.nearest(given, known).equals(Optional.of(name)));
    }

    private void sources(RuleSource rule) {
        if (rule.annotation("source").isBlank() || header.sources().isEmpty()) {
            return; // that there are none is said once, of the header
        }
        for (String source : rule.annotation("source").split(";", -1)) {
            if (!header.sources().containsKey(source.strip())) {
                report(
                        rule,
                        rule.annotationAt("source"),
                        UnknownName.told(
                                        "source",
                                        source.strip(),
                                        header.sources().keySet()) + " (see `sources:` in " + PolicyHeader.FILE + ")");
            }
        }
    }

    private void placeholders(RuleSource rule, Set<String> variables) {
        Matcher placeholder = PLACEHOLDER.matcher(rule.annotation("says"));
        Set<String> fields = new java.util.TreeSet<>();
        if (!rule.findsSomething()) {
            types.named(rule.states().type())
                    .ifPresent(type -> type.fields().forEach(field -> fields.add(field.name())));
        }
        while (placeholder.find()) {
            String name = placeholder.group(1);
            if (!variables.contains(name) && !fields.contains(name)) {
                fields.addAll(variables);
                report(rule, rule.annotationAt("says"), UnknownName.told("variable", name, fields));
            }
        }
    }

    private void section(RuleSource rule) {
        String section = rule.annotation("section");
        if (!section.isBlank()
                && !header.sections().isEmpty()
                && !header.sections().containsKey(section)) {
            report(
                    rule,
                    rule.annotationAt("section"),
                    UnknownName.told("section", section, header.sections().keySet()) + " (see `sections:` in "
                            + PolicyHeader.FILE + ")");
        }
    }

    /** Either one of the five, or a variable that is also the second argument of the finding. */
    private void effect(RuleSource rule, Set<String> variables, Optional<Bindings> bindings) {
        String effect = rule.annotation("effect");
        boolean asVariable = effect.startsWith("{$") && effect.endsWith("}");
        int given = rule.states().arguments().size();
        if (asVariable) {
            String variable = effect.substring(1, effect.length() - 1);
            if (!variables.contains(variable)) {
                report(rule, rule.annotationAt("effect"), UnknownName.told("variable", variable, variables));
            } else if (bindings.isPresent()
                    && bindings.get()
                            .origin(variable)
                            .filter(origin -> origin.isWord("effect"))
                            .isEmpty()) {
                report(
                        rule,
                        rule.annotationAt("effect"),
                        "`" + variable
                                + "` is no effect: it must come from a field that is marked `@word(\"effect\")`");
            } else if (given != 2 || !rule.states().arguments().get(1).get(0).is(variable)) {
                report(
                        rule,
                        rule.states().at(),
                        "the effect is `" + variable + "`, so the finding needs it too: " + "`insert(new Finding(..., "
                                + variable + "));`");
            }
        } else if (!effect.isBlank() && !EFFECTS.contains(effect)) {
            report(rule, rule.annotationAt("effect"), UnknownName.told("effect", effect, EFFECTS));
        } else if (given == 2) {
            report(rule, rule.states().at(), "the effect is `" + effect + "`: the finding takes its subject only");
        }
    }

    private void report(RuleSource rule, Token at, String message) {
        reported++;
        problems.accept(new Problem(rule.file(), at.line(), at.column(), "", message));
    }
}
