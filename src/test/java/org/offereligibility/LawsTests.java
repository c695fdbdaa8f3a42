package org.offereligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Reason;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.dossier.DossierReader;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonEdit;
import org.offereligibility.dossier.Reading;
import org.offereligibility.explanation.DecisionJson;
import org.offereligibility.oracle.RandomDossiers;
import org.offereligibility.policy.Policies;

/** What must hold for every dossier. */
class LawsTests {
    private static final Evaluation PMM = Evaluation.under("rules");

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void theOrderOfListsNeverMatters(@ForAll long seed) {
        String dossier = new RandomDossiers(seed).next();
        Json shuffled = shuffled(json(dossier), new Random(seed));
        Decision one = PMM.decideByTheRulesOf2025("pmm", dossier);
        Decision other = PMM.decideByTheRulesOf2025("pmm", text(shuffled));
        assertThat(withoutPlaces(other)).isEqualTo(withoutPlaces(one));
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void theSameDossierGivesTheSameBytes(@ForAll long seed) {
        String dossier = new RandomDossiers(seed).next();
        Evaluator fresh =
                new Evaluator(PMM.evaluator("pmm", Evaluation.EVALUATED_AT).rules());
        Decision one = PMM.decideByTheRulesOf2025("pmm", dossier);
        Decision two = fresh.evaluate(accepted(dossier, fresh), one.asOf());
        assertThat(DecisionJson.text(two)).isEqualTo(DecisionJson.text(one));
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void raisingAScoreNeverMakesTheVerdictWorse(@ForAll long seed) {
        String dossier = new RandomDossiers(seed).next();
        Json json = json(dossier);
        if (!(json.at("/scores").orElse(null) instanceof Json.Arr scores)
                || scores.items().isEmpty()) {
            return;
        }
        String pointer = "/scores/" + new Random(seed).nextInt(scores.items().size()) + "/score";
        Json.Num score = (Json.Num) json.at(pointer).orElseThrow();
        if (score.value().intValueExact() == 5) {
            return;
        }
        Json raised = JsonEdit.set(
                        json, pointer, new Json.Num(score.at(), score.value().add(java.math.BigDecimal.ONE)))
                .orElseThrow();
        assertThat(PMM.decideByTheRulesOf2025("pmm", text(raised)).verdict())
                .as("%s of %s", pointer, dossier)
                .isGreaterThanOrEqualTo(
                        PMM.decideByTheRulesOf2025("pmm", dossier).verdict());
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void everyReasonFromTheDossierPointsToWhatStandsThere(@ForAll long seed) {
        String dossier = new RandomDossiers(seed).next();
        Json json = json(dossier);
        for (Finding finding : PMM.decideByTheRulesOf2025("pmm", dossier).findings()) {
            assertThat(finding.because()).as(finding.code()).isNotEmpty();
            leaves(finding.because()).forEach(reason -> {
                if (reason instanceof Reason.FromDossier given) {
                    assertThat(json.at(given.pointer()).map(LawsTests::text)).hasValue(text(given.value()));
                }
            });
        }
    }

    @Test
    void theOrderAndTheNamesOfRuleFilesNeverMatter(@TempDir Path directory) throws Exception {
        Path reversed = directory.resolve("pmm/2025-01-01");
        try (Stream<Path> files = Files.walk(Path.of("rules/pmm/2025-01-01"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path target = reversed.resolve(
                        Path.of("rules/pmm/2025-01-01").relativize(file).toString());
                Files.createDirectories(target.getParent());
                if (file.toString().endsWith(".drl")) {
                    Files.writeString(
                            target.resolveSibling(
                                    "z" + (9 - file.getFileName().toString().length() % 10) + file.getFileName()),
                            reversed(Files.readString(file)));
                } else {
                    Files.copy(file, target);
                }
            }
        }
        Evaluator turned =
                new Evaluator(Policies.read(directory, Optional.empty()).rules("pmm", Evaluation.EVALUATED_AT));
        RandomDossiers dossiers = new RandomDossiers(11);
        for (int i = 0; i < 200; i++) {
            String dossier = dossiers.next();
            Decision one = PMM.decideByTheRulesOf2025("pmm", dossier);
            Decision other = turned.evaluate(accepted(dossier, turned), one.asOf());
            assertThat(said(other)).isEqualTo(said(one));
        }
    }

    /** The rules and declarations of a file from the last to the first. */
    private static String reversed(String text) {
        List<String> blocks = new ArrayList<>(List.of(text.split("(?m)(?=^(?:rule|declare)\\b)")));
        Collections.reverse(blocks);
        return blocks.stream()
                .map(block -> block.endsWith("\n") ? block : block + "\n")
                .collect(Collectors.joining());
    }

    private static List<String> said(Decision decision) {
        return decision.findings().stream()
                .map(finding -> finding.code() + finding.effect() + finding.subject() + finding.message())
                .toList();
    }

    private static org.offereligibility.dossier.Dossier accepted(String dossier, Evaluator evaluator) {
        return ((Reading.Accepted) DossierReader.read(
                        new Entry("dossier.json", 1, dossier.getBytes(StandardCharsets.UTF_8)),
                        (role, asOf) -> evaluator.rules().vocabulary(),
                        Evaluation.EVALUATED_AT))
                .dossier();
    }

    private static Stream<Reason> leaves(List<Reason> reasons) {
        return reasons.stream()
                .flatMap(reason ->
                        reason instanceof Reason.Derived derived ? leaves(derived.because()) : Stream.of(reason));
    }

    /** The decision as text, without the pointers and the hash, which the order of lists does change. */
    private static String withoutPlaces(Decision decision) {
        StringBuilder text = new StringBuilder(decision.verdict() + " " + decision.sections() + "\n");
        for (Finding finding : decision.findings()) {
            text.append(finding.code() + finding.effect() + finding.subject() + finding.message() + finding.told()
                    + finding.rule() + "\n");
            reasons(finding.because(), "  ", text);
        }
        return text.toString();
    }

    private static void reasons(List<Reason> reasons, String indent, StringBuilder text) {
        for (Reason reason : reasons) {
            if (reason instanceof Reason.FromDossier given) {
                text.append(indent).append(text(inOrder(given.value()))).append('\n');
            } else if (reason instanceof Reason.Derived derived) {
                text.append(indent + derived.message() + derived.value() + "\n");
                reasons(derived.because(), indent + "  ", text);
            } else {
                text.append(indent + reason + "\n");
            }
        }
    }

    /** A value with its lists in an order of their own. */
    private static Json inOrder(Json json) {
        if (json instanceof Json.Arr array) {
            return new Json.Arr(
                    array.at(),
                    array.items().stream()
                            .map(LawsTests::inOrder)
                            .sorted(java.util.Comparator.comparing(LawsTests::text))
                            .toList());
        }
        if (json instanceof Json.Obj object) {
            return new Json.Obj(
                    object.at(),
                    object.members().stream()
                            .map(member -> new Json.Member(member.at(), member.name(), inOrder(member.value())))
                            .toList());
        }
        return json;
    }

    private static Json json(String text) {
        return ((Reading.Accepted) DossierReader.read(
                        new Entry("dossier.json", 1, text.getBytes(StandardCharsets.UTF_8)),
                        (role, asOf) -> PMM.evaluator("pmm", Evaluation.EVALUATED_AT)
                                .rules()
                                .vocabulary(),
                        Evaluation.EVALUATED_AT))
                .dossier()
                .json();
    }

    private static String text(Json json) {
        return new String(CanonicalJson.bytes(json), StandardCharsets.UTF_8);
    }

    private static Json shuffled(Json json, Random random) {
        if (json instanceof Json.Arr array) {
            List<Json> items = new ArrayList<>();
            array.items().forEach(item -> items.add(shuffled(item, random)));
            Collections.shuffle(items, random);
            return new Json.Arr(array.at(), items);
        }
        if (json instanceof Json.Obj object) {
            List<Json.Member> members = new ArrayList<>();
            object.members()
                    .forEach(member ->
                            members.add(new Json.Member(member.at(), member.name(), shuffled(member.value(), random))));
            Collections.shuffle(members, random);
            return new Json.Obj(object.at(), members);
        }
        return json;
    }
}
