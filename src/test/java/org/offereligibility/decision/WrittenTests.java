package org.offereligibility.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.offereligibility.dossier.DossierReader;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Fact;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Reading;
import org.offereligibility.oracle.RandomDossiers;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.RuleSet;

/** Rules run from their text state what the same rules state when they are compiled. */
class WrittenTests {
    private static final Moment NOW = Moment.parse("2025-06-01T00:00:00Z");

    private static RuleSet rules(String folder) throws Exception {
        return RuleSet.of(PolicyFolder.read(Path.of(folder)), Optional.of(Path.of("target/rules-cache")));
    }

    @Test
    void rulesRunFromTheirTextStateWhatTheyStateWhenCompiled() throws Exception {
        List<String> dossiers = new ArrayList<>(Files.readAllLines(Path.of("fixtures/docket.jsonl")));
        RandomDossiers random = new RandomDossiers(20250401);
        for (int i = 0; i < 300; i++) {
            dossiers.add(random.next());
        }
        RuleSet rules = rules("rules/pmm/2025-01-01");
        Set<String> held = new HashSet<>();
        int read = 0;
        for (String text : dossiers) {
            Reading reading = DossierReader.read(
                    new Entry("dossier", 1, text.getBytes(StandardCharsets.UTF_8)),
                    (role, asOf) -> rules.vocabulary(),
                    NOW);
            if (reading instanceof Reading.Accepted accepted) {
                read++;
                held.addAll(compared(
                        rules,
                        Evaluator.facts(
                                accepted.dossier(), accepted.dossier().asOf().orElse(NOW))));
            }
        }
        assertThat(read).isGreaterThan(250);
        // nothing was compared for rules that never hold
        assertThat(held).hasSizeGreaterThan(rules.rules().size() * 9 / 10);
    }

    @Test
    void soDoRulesThatWereWrittenToPartTheEngines() throws Exception {
        RuleSet rules = rules("src/test/resources/nasty/nasty/2025-01-01");
        Random random = new Random(20250402);
        Set<String> held = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            held.addAll(compared(rules, NastyRulesTests.facts(random)));
        }
        assertThat(held).hasSizeGreaterThan(rules.rules().size() * 8 / 10);
    }

    /** The rules that held. */
    private static Set<String> compared(RuleSet rules, List<Fact> facts) {
        Matcher compiled = new Matcher(rules);
        Matcher written = new Matcher(
                compiled.plans().stream()
                        .map(plan -> new RulePlan(plan.source(), new Written(plan.source(), rules.compiled())))
                        .toList(),
                rules.rows().keySet());
        Set<String> one = said(compiled.run(facts).matches());
        assertThat(said(written.run(facts).matches())).isEqualTo(one);
        return compiled.run(facts).matches().stream()
                .map(match -> match.rule().name())
                .collect(Collectors.toSet());
    }

    private static Set<String> said(Collection<Match> matches) {
        return matches.stream()
                .map(match -> match.rule().name() + " " + match.bindings() + " " + match.stated())
                .collect(Collectors.toSet());
    }
}
