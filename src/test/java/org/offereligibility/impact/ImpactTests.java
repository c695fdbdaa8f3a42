package org.offereligibility.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.offereligibility.Golden;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Intake;
import org.offereligibility.oracle.RandomDossiers;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.RuleSet;

/** What a change of rules does to past cases. */
class ImpactTests {
    private static final List<Intake.Item> MANY = Violinists.items(Violinists.random(400, 3));

    private static List<Intake.Item> past() throws Exception {
        List<Intake.Item> items = new ArrayList<>();
        try (Intake intake = Intake.of(List.of("fixtures/docket.jsonl", "fixtures/guide"), System.in)) {
            intake.forEachRemaining(items::add);
        }
        RandomDossiers random = new RandomDossiers(11);
        items.addAll(Violinists.items(Stream.generate(random::next).limit(300).toList()));
        return items;
    }

    @Test
    void theSameRulesChangeNothing() throws Exception {
        RuleSet rules = RuleSet.of(PolicyFolder.read(Path.of("rules/pmm/2025-01-01")), Violinists.CACHE);
        RuleSet again = RuleSet.of(PolicyFolder.read(Path.of("rules/pmm/2025-01-01")), Violinists.CACHE);
        List<Intake.Item> past = past();
        ImpactSummary summary =
                Impact.of(new Comparison(rules, again, Violinists.CACHE), past.iterator(), Violinists.NOW);
        assertThat(past).hasSizeGreaterThan(500);
        assertThat(summary.isNone()).isTrue();
        assertThat(summary.turned()).isZero();
        assertThat(summary.changed()).isZero();
        assertThat(summary.findings()).isEmpty();
        assertThat(summary.files()).isEmpty();
        assertThat(summary.decided()).isEqualTo(past.size());
        assertThat(summary.sentences())
                .containsExactly(
                        "The old and the new rules are the same, file by file.",
                        "517 dossiers were decided by both the old and the new rules, and no verdict turns.",
                        "No finding appears or vanishes.");
    }

    @Test
    void aHigherMaximumTurnsExactlyThoseThatLieBetweenTheOldAndTheNew() {
        List<String> dossiers = IntStream.rangeClosed(67_990, 70_010)
                .filter(fee -> fee < 68_010 || fee > 69_990 || fee % 100 == 0)
                .mapToObj(fee -> Violinists.dossier("at-" + fee, String.valueOf(fee), "", ""))
                .toList();
        Impact impact = Violinists.impact(Violinists.OLD, Violinists.HIGHER, Violinists.items(dossiers));
        List<String> between = IntStream.rangeClosed(68_001, 70_000)
                .filter(fee -> fee < 68_010 || fee > 69_990 || fee % 100 == 0)
                .mapToObj(fee -> "at-" + fee)
                .toList();
        assertThat(impact.turned()).extracting(Compared.Decided::candidateId).isEqualTo(between);
        assertThat(impact.turned()).allSatisfy(turned -> {
            assertThat(turned.before()).isEqualTo(Verdict.INELIGIBLE);
            assertThat(turned.after()).isEqualTo(Verdict.ELIGIBLE);
            assertThat(turned.undoneBy()).containsExactly("fees.csv");
            assertThat(turned.causes()).hasSize(1);
        });
        assertThat(impact.summary().findings())
                .containsExactly(new ImpactSummary.FindingCount(
                        "fee-outside-agreement",
                        org.offereligibility.decision.Effect.BLOCK,
                        "pay",
                        0,
                        between.size(),
                        between.size()));
        assertThat(impact.summary().sections())
                .containsExactly(
                        new ImpactSummary.SectionCount("artistry", "Artistry", 0, 0),
                        new ImpactSummary.SectionCount("pay", "Pay", between.size(), 0));
    }

    @Test
    void everyDossierHasItsPlaceInTheMatrix() {
        ImpactSummary summary =
                Violinists.impact(Violinists.OLD, Violinists.OTHER, MANY).summary();
        assertThat(summary.matrix().sum()).isEqualTo(MANY.size());
        assertThat(summary.turned()).isGreaterThan(50);
        assertThat(summary.matrix().better()).isGreaterThan(5);
        assertThat(summary.matrix().worse()).isGreaterThan(5);
        for (Verdict verdict : Verdict.values()) {
            assertThat(summary.matrix().after(verdict)).as("%s", verdict).isPositive();
        }
    }

    @Test
    void theOtherWayRoundTheMatrixIsTransposed() {
        ImpactSummary there =
                Violinists.impact(Violinists.OLD, Violinists.OTHER, MANY).summary();
        ImpactSummary back =
                Violinists.impact(Violinists.OTHER, Violinists.OLD, MANY).summary();
        for (Verdict from : Verdict.values()) {
            for (Verdict to : Verdict.values()) {
                assertThat(back.matrix().count(to, from))
                        .isEqualTo(there.matrix().count(from, to));
            }
        }
        assertThat(back.changed()).isEqualTo(there.changed());
        assertThat(back.findings())
                .extracting(count ->
                        count.code() + count.effect() + count.appears() + "/" + count.vanishes() + "/" + count.turns())
                .containsExactlyElementsOf(there.findings().stream()
                        .map(count -> count.code() + count.effect() + count.vanishes() + "/" + count.appears() + "/"
                                + count.turns())
                        .toList());
    }

    @Test
    void everyTurnHasACauseThatWouldSuffice() {
        Impact impact = Violinists.impact(Violinists.OLD, Violinists.OTHER, MANY);
        assertThat(impact.turned()).hasSize((int) impact.summary().turned()).allSatisfy(turned -> {
            assertThat(turned.causes()).isNotEmpty().hasSameSizeAs(turned.decisive());
            assertThat(turned.causes())
                    .allMatch(cause -> !cause.known()
                            || cause.otherwise().isPresent()
                            || !cause.whyNot().isEmpty());
        });
    }

    @Test
    void saysWhichFilesAreBehindATurn() {
        String scores = Violinists.score("chamber-session", "listening", 1);
        Impact impact = Violinists.impact(
                Violinists.OLD,
                Violinists.OTHER,
                Violinists.items(List.of(
                        Violinists.dossier("weighs less", "60000", scores, ""),
                        Violinists.dossier(
                                "costs more", "67000", Violinists.score("blind-audition", "intonation", 5), ""),
                        Violinists.dossier("not heard", "60000", "", ""),
                        Violinists.dossier("both", "67000", scores, ""))));
        assertThat(impact.turned())
                .extracting(turned -> turned.candidateId() + " " + turned.undoneBy())
                .containsExactly("weighs less [violinist.drl]", "costs more [fees.csv]", "not heard [violinist.drl]");
    }

    @Test
    void aWordThatOnlyTheNewRulesKnowIsRefusedByTheOld() {
        Impact impact = Violinists.impact(
                Violinists.OLD,
                Violinists.OTHER,
                Violinists.items(List.of(
                        Violinists.dossier("v-1", "60000", "", Violinists.seen("dragged")),
                        Violinists.dossier("v-2", "60000", "", Violinists.seen("rushed")),
                        "{\"candidateId\": \"v-3\", \"role\": \"pianist\", \"level\": \"tutti\"}")));
        assertThat(impact.summary().refusals()).isEqualTo(new ImpactSummary.Refusals(1, 0, 1));
        assertThat(impact.summary().decided()).isEqualTo(1);
        assertThat(impact.refused().stream().map(Told::refused))
                .containsExactly(
                        "v-1, past.jsonl line 1: refused by the old rules, INCOMPLETE by the new ones",
                        "past.jsonl line 3: refused by both");
        assertThat(impact.refused().get(1).before().problems().toString())
                .contains("the rules that are compared are for the role `violinist`")
                .doesNotContain("v-3");
    }

    @Test
    void tellsItInWordsThatReadAloud() throws Exception {
        List<String> dossiers = new ArrayList<>(Violinists.random(25, 5));
        dossiers.add(Violinists.dossier("v-new-word", "60000", "", Violinists.seen("dragged")));
        Impact impact = Violinists.impact(Violinists.OLD, Violinists.OTHER, Violinists.items(dossiers));
        String told = new ImpactText(80, false, 1_000).ending(impact);
        assertThat(told).doesNotContain("Secret", "leader-7", "null");
        Golden.assertEquals("impact/violinists.txt", told);
        assertThat(new ImpactText(60, false, 1_000).ending(impact).lines())
                .allMatch(line -> line.codePointCount(0, line.length()) <= 60);
        Golden.assertEquals("impact/flow.svg", FlowPicture.of(impact.summary()) + "\n");
    }

    @Test
    void countsWhatItDoesNotList() {
        Comparison comparison = new Comparison(Violinists.OLD, Violinists.OTHER, Violinists.CACHE);
        Impact impact = new Impact(comparison, 3);
        MANY.forEach(item -> impact.add(comparison.compare(item, Violinists.NOW, false)));
        ImpactSummary all =
                Violinists.impact(Violinists.OLD, Violinists.OTHER, MANY).summary();
        assertThat(impact.summary()).isEqualTo(all);
        assertThat(impact.turned()).hasSize(3);
        assertThat(new ImpactText(80, false, 3).ending(impact))
                .contains("... and " + (all.turned() - 3) + " more, counted above but not listed.");
    }
}
