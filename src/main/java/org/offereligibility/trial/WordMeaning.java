package org.offereligibility.trial;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.offereligibility.dossier.Vocabulary;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.Expression;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.Scenario;
import org.offereligibility.policy.TableRow;
import org.offereligibility.policy.TableText;

/** Words that no rule and no table uses, definitions that nobody reads, and findings that no scenario expects. */
final class WordMeaning {
    /**
     * Kinds of words of which each says how something was, of things that a dossier must have anyway: where rules ask for
     * one of them, the others are the rest, and needed.
     */
    private static final Set<String> THE_REST = Set.of("outcome", "function", "topic", "response", "background-check");

    private final Study study;
    private final Told told;
    private final Examples examples;
    private final Optional<TableText> listed;

    WordMeaning(Study study, Told told, Examples examples) {
        this.listed = TableText.of(study.world().rules().folder(), Told.VOCABULARY);
        this.study = study;
        this.told = told;
        this.examples = examples;
    }

    void tell() {
        words();
        definitions();
        findings();
    }

    private void words() {
        Map<String, Set<String>> used = new HashMap<>();
        Set<String> named = new TreeSet<>();
        for (FactType type : study.world().rules().types()) {
            type.fields().stream()
                    .filter(field -> field.marks().containsKey("names"))
                    .flatMap(field ->
                            field.word().or(() -> Optional.of(field.marks().getOrDefault("names", ""))).stream())
                    .forEach(named::add);
        }
        for (TableRow row : study.world().rules().rows().values()) {
            row.type()
                    .fields()
                    .forEach(field -> field.word()
                            .ifPresent(kind -> used.computeIfAbsent(kind, unseen -> new TreeSet<>())
                                    .add(String.valueOf(row.values().get(field.name())))));
        }
        Set<String> wholeKinds = new TreeSet<>();
        for (Study.Studied studied : study.rules()) {
            rule(studied.rule(), used, wholeKinds);
        }
        for (Vocabulary.Entry entry : study.world().rules().vocabulary().entries()) {
            if (line(entry) > 0
                    && !THE_REST.contains(entry.kind())
                    && !named.contains(entry.kind())
                    && !wholeKinds.contains(entry.kind())
                    && !used.getOrDefault(entry.kind(), Set.of()).contains(entry.word())) {
                told.warn(
                        "word-unused",
                        Told.VOCABULARY,
                        line(entry),
                        0,
                        "no rule and no table names the " + entry.kind().replace('-', ' ') + " `" + entry.word()
                                + "`: give it a rule, or take it out of the vocabulary",
                        Optional.empty());
            }
        }
    }

    private void rule(RuleSource rule, Map<String, Set<String>> used, Set<String> wholeKinds) {
        FactType stated = study.world().rules().type(rule.states().type()).orElseThrow();
        for (int i = 0; i < rule.states().arguments().size(); i++) {
            if (Study.value(rule.states().arguments().get(i)) instanceof Expression.Value.Literal literal) {
                stated.fields()
                        .get(i)
                        .word()
                        .ifPresent(kind -> used.computeIfAbsent(kind, unseen -> new TreeSet<>())
                                .add(literal.text()));
            }
        }
        TableMeaning.patterns(rule.conditions())
                .forEach(pattern -> study.world()
                        .rules()
                        .type(pattern.type())
                        .ifPresent(type -> pattern(rule, pattern, type, used, wholeKinds)));
    }

    private void pattern(
            RuleSource rule,
            Condition.Pattern pattern,
            FactType type,
            Map<String, Set<String>> used,
            Set<String> wholeKinds) {
        for (FactType.Field field : type.fields()) {
            String kind = field.word().orElse("");
            Expression.Value itself = new Expression.Value.Field(field.name());
            Set<String> words = literals(pattern, itself, kind);
            used.computeIfAbsent(kind, unseen -> new TreeSet<>()).addAll(words);
            boolean named = pattern.constraints().stream()
                    .filter(constraint -> Tests.operands(constraint.asks()).contains(itself))
                    .flatMap(constraint -> constraint.variable().stream())
                    .anyMatch(name -> !isLookedUp(rule, name));
            boolean asked = TableMeaning.fields(pattern).contains(field.name());
            // a field whose value is taken as it comes gives every word its use
            if ((named && words.isEmpty() || !asked) && study.world().isOfDossier(type.name())) {
                wholeKinds.add(kind);
            }
        }
    }

    /** The words that the pattern compares the field with. */
    private Set<String> literals(Condition.Pattern pattern, Expression.Value field, String kind) {
        Set<String> words = new TreeSet<>();
        for (Condition.Constraint constraint : pattern.constraints()) {
            List<Expression.Value> values = Tests.operands(constraint.asks());
            if (constraint.asks() instanceof Expression.Matches matches
                    && matches.left().equals(field)
                    && matches.form() instanceof Expression.Value.Literal form) {
                study.world().rules().vocabulary().words(kind).stream()
                        .filter(word -> word.matches(form.text()))
                        .forEach(words::add);
            } else if (values.contains(field)) {
                values.forEach(value -> {
                    if (value instanceof Expression.Value.Literal literal) {
                        words.add(literal.text());
                    }
                });
            }
        }
        return words;
    }

    /** Whether some pattern of a table asks for the variable, so that the table says which words count. */
    private boolean isLookedUp(RuleSource rule, String variable) {
        return TableMeaning.patterns(rule.conditions())
                .filter(pattern -> study.world().isTable(pattern.type()))
                .flatMap(pattern -> pattern.constraints().stream())
                .filter(constraint -> !constraint.isBinding())
                .anyMatch(constraint ->
                        Tests.operands(constraint.asks()).contains(new Expression.Value.Variable(variable)));
    }

    /** The line of the vocabulary on which the word stands; 0 where it comes from elsewhere. */
    private int line(Vocabulary.Entry entry) {
        Pattern pattern = Pattern.compile(
                "\\W*" + Pattern.quote(entry.kind()) + "\\W+" + Pattern.quote(entry.word()) + "\\W+"
                        + Pattern.quote(entry.of()) + ".*",
                Pattern.DOTALL);
        return listed.map(table -> table.lines().stream()
                        .filter(line -> pattern.matcher(table.text()
                                        .substring(
                                                line.span().begin(), line.span().end()))
                                .matches())
                        .map(TableText.Line::number)
                        .findFirst()
                        .orElse(0))
                .orElse(0);
    }

    private void definitions() {
        Set<String> read = new TreeSet<>();
        study.rules().forEach(studied -> read.addAll(studied.rule().reads()));
        for (FactType type : study.world().rules().types()) {
            if (type.origin() == FactType.Origin.DERIVED
                    && !type.name().equals(FactType.FINDING)
                    && type.shown().isEmpty()
                    && !read.contains(type.name())) {
                told.warn(
                        "definition-unused",
                        type.file(),
                        type.at().line(),
                        type.at().column(),
                        "no rule reads `" + type.name() + "`: nothing comes of what it defines",
                        Optional.empty());
            }
        }
    }

    private void findings() {
        List<Scenario> scenarios = study.world().rules().scenarios();
        if (scenarios.isEmpty()) {
            told.warn(
                    "no-scenarios",
                    "",
                    0,
                    0,
                    "there are no scenarios: no finding is tried by anyone",
                    Optional.empty());
            return;
        }
        Set<String> expected = new TreeSet<>();
        scenarios.forEach(scenario -> {
            expected.addAll(scenario.codes());
            expected.addAll(scenario.supports());
        });
        for (Study.Studied studied : study.rules()) {
            RuleSource rule = studied.rule();
            if (rule.findsSomething() && !expected.contains(rule.code())) {
                told.warn(
                        "finding-without-scenario",
                        rule,
                        rule.at(),
                        "no scenario expects the finding `" + rule.code() + "` of \"" + rule.name() + "\"",
                        examples.showing(studied.ways().orElse(List.of()), List.of(rule)));
            }
        }
    }
}
