package org.offereligibility.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.compiler.kie.builder.impl.KieContainerImpl;
import org.drools.compiler.kproject.models.KieBaseModelImpl;
import org.drools.model.Rule;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;

/** What Drools can run and the matcher cannot is recognised in what Drools compiled, whatever the rule files let through. */
class RunByBothTests {
    private static Rule compiled(String condition) {
        KieServices services = KieServices.get();
        var files = services.newKieFileSystem();
        var release = services.newReleaseId("run", "by-both", String.valueOf(condition.hashCode()));
        files.generateAndWritePomXML(release);
        var module = services.newKieModuleModel();
        module.newKieBaseModel("one")
                .setDefault(true)
                .newKieSessionModel("session")
                .setDefault(true);
        files.writeKModuleXML(module.toXML());
        files.write(
                "src/main/resources/one/one.drl",
                "package one; import org.offereligibility.dossier.Fact.*;"
                        + " query seen(String $q) Observation(signal == $q) end"
                        + " rule it when Role($low : role) " + condition + " then insert(\"it\"); end");
        var results = services.newKieBuilder(files)
                .buildAll(ExecutableModelProject.class)
                .getResults();
        assertThat(results.getMessages(Message.Level.ERROR)).isEmpty();
        var project = ((KieContainerImpl) services.newKieContainer(release)).getKieProject();
        return ((CanonicalKieModule) project.getKieModuleForKBase("one"))
                .getModelForKBase((KieBaseModelImpl) project.getKieBaseModel("one")).stream()
                        .flatMap(model -> model.getRules().stream())
                        .filter(rule -> rule.getName().equals("it"))
                        .findFirst()
                        .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Observation($s : signal) $c : Character() from java.util.List.of('x')        | from",
                "Score() from entry-point other                                               | from",
                "Score() over window:length(3)                                                | from",
                "seen($low;)                                                                  | query",
                "groupby(Score($r : round, $i : interviewer); $r; $n : count($i))             | group by",
                "forall($s : Score(round == $low) Score(this == $s, criterion == \"a\"))      | forall",
                "accumulate(Score($i : interviewer); $n : count($i), $m : max($i))            | accumulate",
                "not (Score() and (exists (Score() and not (Score() from entry-point other)))) | from"
            })
    void namesTheKindOfTheConditionThatOnlyDroolsRuns(String condition, String kind) {
        assertThat(RunByBoth.hindrance(compiled(condition))).hasValue(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "forall(Score(round == $low))",
                "not (Score($r : round) and not Observation(round == $r))",
                "(Score() or exists Observation())",
                "accumulate(Score($i : interviewer); $n : count($i))",
                "Score($r : round) eval($r == $low)",
                "Observation(signal matches \"x\" || round in (\"a\", \"b\"), round not matches \"y\")"
            })
    void letsThroughWhatBothRun(String condition) {
        assertThat(RunByBoth.hindrance(compiled(condition))).isEqualTo(Optional.empty());
    }

    @Test
    void namesTheRuleItsPlaceAndWhatToWrite() throws Exception {
        Token at = new Token(Token.Kind.STRING, "\"it\"", 0, 12, 6);
        RuleSource source = new RuleSource(
                "a.drl", "it", at, Map.of(), at, List.of(), new RuleSource.Statement(at, "Finding", List.of()), "");
        Rule rule = compiled("seen($low;)");
        RulesUnusable unusable = catchThrowableOfType(
                RulesUnusable.class,
                () -> RunByBoth.check(
                        List.of(source), Map.of("it", rule), PolicyFolder.read(Path.of("rules/pmm/2025-01-01"))));
        assertThat(unusable.problems())
                .singleElement()
                .hasToString(
                        "rules/pmm/2025-01-01/a.drl:12:6: rule \"it\" has a condition of the kind `query`, which only one"
                                + " of the two engines can run: write it with patterns, `not`, `exists` or `accumulate`");
    }
}
