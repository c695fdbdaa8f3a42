package org.offereligibility.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offereligibility.decision.Conclusion;
import org.offereligibility.decision.Engines;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.DossierReader;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Reading;
import org.offereligibility.dossier.Vocabulary;
import org.offereligibility.oracle.RandomDossiers;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.Remark;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;

/** What is told of rules is so: no dossier shows otherwise. */
class MeaningLawsTests {
    private static final Moment THEN = Moment.parse("2025-06-01T00:00:00Z");
    private static final Json.Position NOWHERE = new Json.Position(1, 1);

    /** Rules of the PMM policy that can never hold, always do, or say nothing beside another, and one that is in order. */
    private static final String MORE = """

            rule "Never together" @code("x-never") @effect("NOTE") @section("process") @source("house") @says("Never.")
            when
                Round($round : round)
                not Observation(round == $round)
                Observation(round == $round, signal == "blamed-execution")
            then
                insert(new Finding("candidate"));
            end

            rule "Never by numbers" @code("x-numbers") @effect("NOTE") @section("process") @source("house") @says("Never.")
            when
                Figure(figure == "score-highest", $highest : value)
                AdjustedScore(value > $highest)
            then
                insert(new Finding("candidate"));
            end

            rule "Always" @code("x-always") @effect("NOTE") @section("process") @source("house") @says("Always.")
            when
                exists Round(standing == "advisory")
                not (Round($round : round) and not Round(round == $round))
            then
                insert(new Finding("candidate"));
            end

            rule "Blamed twice over" @code("x-blamed") @effect("REFER") @section("pass-criteria") @source("house")
                @says("Blamed.") @tells("You blamed.")
            when
                Observation($where : round, signal == "blamed-execution")
                not Observation(round == $where, signal in ("named-cognitive-error", "updated-belief"))
            then
                insert(new Finding($where));
            end

            rule "Slow" @code("x-slow") @effect("NOTE") @section("pass-criteria") @source("house") @says("Slow.")
            when
                Figure(figure == "recalibration-seconds", $seconds : value)
                Challenge($name : id, response == "recalibrated", responseSeconds > $seconds, round == "cross-functional-panel")
            then
                insert(new Finding($name));
            end
            """;

    private static List<Conclusion> conclusions(RuleSet rules, List<Dossier> dossiers) {
        Evaluator evaluator = new Evaluator(rules, Engines.MATCHER_ALONE);
        return dossiers.stream()
                .map(dossier -> evaluator.conclude(dossier, dossier.asOf().orElse(THEN)))
                .toList();
    }

    private static Set<String> codes(Conclusion conclusion) {
        return conclusion.findings().stream().map(Conclusion.Point::code).collect(Collectors.toSet());
    }

    private static void hold(RuleSet rules, List<Dossier> dossiers) {
        Study study = Study.of(rules);
        RuleMeaning meaning = new RuleMeaning(study, new Told(rules), new Examples(rules));
        List<Study.Studied> findings = study.rules().stream()
                .filter(studied -> studied.rule().findsSomething())
                .toList();
        List<List<RuleSource>> implied = new ArrayList<>();
        findings.forEach(one -> findings.stream()
                .filter(other -> one != other && meaning.isImplied(one, other))
                .forEach(other -> implied.add(List.of(one.rule(), other.rule()))));
        Set<String> untrue = new TreeSet<>();
        for (Conclusion conclusion : conclusions(rules, dossiers)) {
            Set<String> codes = codes(conclusion);
            for (Study.Studied studied : findings) {
                boolean found = codes.contains(studied.rule().code());
                if (studied.isNever() && found || studied.always() && !found) {
                    untrue.add(studied.rule().name());
                }
            }
            for (List<RuleSource> pair : implied) {
                if (codes.contains(pair.get(0).code())
                        && !said(conclusion, pair.get(1).code())
                                .containsAll(said(conclusion, pair.get(0).code()))) {
                    untrue.add(pair.get(0).name() + " without " + pair.get(1).name());
                }
            }
        }
        assertThat(untrue).isEmpty();
    }

    private static Set<String> said(Conclusion conclusion, String code) {
        return conclusion.findings().stream()
                .filter(point -> point.code().equals(code))
                .map(point -> point.effect() + " of " + point.subject())
                .collect(Collectors.toSet());
    }

    private static List<Dossier> pmm(RuleSet rules) throws Exception {
        List<String> texts = new ArrayList<>();
        RandomDossiers random = new RandomDossiers(20260711);
        for (int i = 0; i < 2000; i++) {
            texts.add(random.next());
        }
        texts.addAll(Files.readAllLines(Path.of("fixtures/docket.jsonl")));
        List<Dossier> dossiers = new ArrayList<>();
        for (String text : texts) {
            Entry entry = new Entry("dossier", 1, text.getBytes(StandardCharsets.UTF_8));
            if (DossierReader.read(entry, (role, at) -> rules.vocabulary(), THEN)
                    instanceof Reading.Accepted accepted) {
                dossiers.add(accepted.dossier());
            }
        }
        assertThat(dossiers).hasSizeGreaterThan(2000);
        return dossiers;
    }

    @Test
    void noDossierShowsOtherwiseUnderThePolicyOfProductMarketingManagers() throws Exception {
        PolicyFolder folder = PolicyFolder.read(Path.of(MeaningTests.PMM));
        String process = new String(folder.files().get("process.drl"), StandardCharsets.UTF_8);
        RuleSet rules = RuleSet.of(
                folder.with("process.drl", (process + MORE).getBytes(StandardCharsets.UTF_8)),
                Optional.of(Path.of("target/rules-cache")));
        assertThat(Meaning.of(rules).stream()
                        .filter(remark -> !remark.kind().equals("finding-without-scenario"))
                        .map(remark ->
                                remark.kind() + " " + remark.problem().message().replaceAll("(\"[^\"]*\").*", "$1")))
                .containsExactlyInAnyOrder(
                        "rule-never-holds `Observation(round == $round, signal == \"blamed-execution\")` never holds"
                                .replaceAll("(\"[^\"]*\").*", "$1"),
                        "condition-never-holds `value > $highest` never holds: here `value` is from 1 to 5, and"
                                + " `$highest` is always 5, so that the rule never holds",
                        "rule-always-holds \"Always\"",
                        "condition-never-holds `not Round(round == $round)` never holds: what must be absent here is"
                                + " always there, so that the `not` around it asks nothing",
                        "rule-subsumed whenever \"Blamed twice over\"",
                        "rule-subsumed whenever \"Slow\"");
        hold(rules, pmm(rules));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nasty/nasty/2025-01-01", "shapes/shapes/2025-01-01", "flawed/gardener/2025-01-01"})
    void noDossierShowsOtherwiseUnderRulesOfEveryShape(String folder) {
        RuleSet rules = MeaningTests.rules("src/test/resources/" + folder);
        Random random = new Random(4);
        List<Dossier> dossiers = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            dossiers.add(MeaningTests.read(rules, dossier(rules, random)));
        }
        hold(rules, dossiers);
    }

    @ParameterizedTest
    @ValueSource(strings = {MeaningTests.FLAWED, "src/test/resources/shapes/shapes/2025-01-01"})
    void eachExampleHasTheFindingsOfTheRulesThatItShows(String folder) {
        RuleSet rules = MeaningTests.rules(folder);
        int shown = 0;
        for (Remark remark : Meaning.of(rules)) {
            if (remark.example().isPresent()) {
                shown++;
                Set<String> expected = new HashSet<>();
                for (RuleSource rule : rules.rules()) {
                    if (remark.problem().message().contains("\"" + rule.name() + "\"")) {
                        expected.add(rule.code());
                    }
                }
                Conclusion found = conclusions(
                                rules,
                                List.of(MeaningTests.read(
                                        rules, remark.example().get())))
                        .get(0);
                assertThat(expected).as(remark.problem().message()).isNotEmpty();
                assertThat(codes(found)).as(remark.problem().message()).containsAll(expected);
            }
        }
        assertThat(shown).isGreaterThan(4);
    }

    /** A small dossier with facts of the kinds that these rules read, so that many of them meet. */
    private static Json dossier(RuleSet rules, Random random) {
        List<Json.Member> members = new ArrayList<>();
        members.add(member("candidateId", text("someone")));
        members.add(member("role", text(rules.role())));
        members.add(member("level", text("any")));
        members.add(member("asOf", text("2025-05-10T12:30:00Z")));
        List<Vocabulary.Entry> criteria = rules.vocabulary().entries().stream()
                .filter(entry -> entry.kind().equals("criterion"))
                .toList();
        list("scores", members, random.nextInt(5), i -> {
            Vocabulary.Entry criterion = criteria.get(random.nextInt(criteria.size()));
            return object(
                    member("round", text(criterion.of())),
                    member("criterion", text(criterion.word())),
                    member("score", number(1 + random.nextInt(5))),
                    member("interviewer", text("person-" + i)));
        });
        list(
                "observations",
                members,
                random.nextInt(4),
                i -> object(
                        member("round", any(rules, "round", random)),
                        member("signal", any(rules, "signal", random)),
                        member("observer", text("someone"))));
        if (!rules.vocabulary().words("response").isEmpty()) {
            list(
                    "challenges",
                    members,
                    random.nextInt(3),
                    i -> object(
                            member("id", text("c" + i)),
                            member("round", any(rules, "round", random)),
                            member("topic", any(rules, "topic", random)),
                            member("response", any(rules, "response", random)),
                            member("responseSeconds", number(random.nextInt(200)))));
        }
        list(
                "exercises",
                members,
                random.nextInt(2),
                i -> object(
                        member("round", any(rules, "round", random)),
                        member("topic", text("t" + i)),
                        member("text", text(random.nextBoolean() ? "A. B. C." : "A"))));
        if (random.nextBoolean()) {
            members.add(member(
                    "profile",
                    object(
                            member("yearsOfExperience", number(random.nextInt(30))),
                            member("domains", new Json.Arr(NOWHERE, List.of())))));
        }
        if (!rules.vocabulary().words("background-check").isEmpty() && random.nextBoolean()) {
            members.add(member("backgroundCheck", any(rules, "background-check", random)));
        }
        return new Json.Obj(NOWHERE, members);
    }

    private static void list(
            String name, List<Json.Member> members, int size, java.util.function.IntFunction<Json> item) {
        List<Json> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(item.apply(i));
        }
        members.add(member(name, new Json.Arr(NOWHERE, items)));
    }

    private static Json any(RuleSet rules, String kind, Random random) {
        List<String> words = rules.vocabulary().words(kind);
        return text(words.get(random.nextInt(words.size())));
    }

    private static Json text(String text) {
        return new Json.Str(NOWHERE, text);
    }

    private static Json number(int number) {
        return new Json.Num(NOWHERE, BigDecimal.valueOf(number));
    }

    private static Json.Member member(String name, Json value) {
        return new Json.Member(NOWHERE, name, value);
    }

    private static Json object(Json.Member... members) {
        return new Json.Obj(NOWHERE, List.of(members));
    }
}
