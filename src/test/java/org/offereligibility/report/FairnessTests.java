package org.offereligibility.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Problem;
import org.offereligibility.report.ImpactRatios.Caution;
import org.offereligibility.report.ImpactRatios.Standing;

/** Whether groups fare alike. */
class FairnessTests {
    private static final Moment AT = Moment.parse("2025-06-01T00:00:00Z");

    static final Basis DOSSIERS = new Basis(Basis.Source.DOSSIERS, 0, 0, 0, 0);

    static Judged judged(String id, Effect... effects) {
        List<Judged.Found> findings = new ArrayList<>();
        for (int i = 0; i < effects.length; i++) {
            findings.add(new Judged.Found("code-" + i, "rule " + i, effects[i], "section"));
        }
        Verdict verdict = List.of(effects).stream()
                .sorted()
                .findFirst()
                .map(Effect::verdict)
                .orElse(Verdict.ELIGIBLE);
        return new Judged(id, "role", AT, 0, verdict, List.of(), false, findings, Optional.empty());
    }

    /** So many of a group selected and so many not. */
    private static void people(String group, int selected, int others, List<Judged> all, Map<String, String> groups) {
        for (int i = 0; i < selected + others; i++) {
            String id = group + i;
            all.add(i < selected ? judged(id) : judged(id, Effect.BLOCK));
            groups.put(id, group);
        }
    }

    private static Fairness fairness(List<Judged> all, Map<String, String> groups) {
        return Fairness.of(Cohort.of("role", all), groups, Verdict.ELIGIBLE);
    }

    @Test
    void exactlyFourFifthsIsNotFlaggedAndAnythingLessIs() {
        assertThat(ratio(60, 100, 48, 100).standing()).isEqualTo(Standing.NOT_UNDER);
        assertThat(ratio(60, 100, 47, 100).standing()).isEqualTo(Standing.UNDER);
        // 0.79999...: every rounding would call it four fifths
        assertThat(ratio(500_000, 1_000_000, 399_999, 1_000_000).standing()).isEqualTo(Standing.UNDER);
        assertThat(ratio(500_000, 1_000_000, 400_000, 1_000_000).standing()).isEqualTo(Standing.NOT_UNDER);
    }

    private static ImpactRatios.Row ratio(long best, long ofBest, long other, long ofOther) {
        return ImpactRatios.of(new TreeMap<>(Map.of("best", new Rate(best, ofBest), "other", new Rate(other, ofOther))))
                .row("other")
                .orElseThrow();
    }

    @Test
    void cautionsWhereSmallNumbersDecide() {
        assertThat(ratio(60, 100, 47, 100).cautions()).containsExactly(Caution.ONE_MORE);
        assertThat(ratio(60, 100, 48, 100).cautions()).containsExactly(Caution.ONE_FEWER);
        assertThat(ratio(60, 100, 30, 100).cautions()).isEmpty();
        assertThat(ratio(60, 100, 1, 1).cautions()).contains(Caution.FEW_PEOPLE, Caution.SMALL_SHARE);
        assertThat(ratio(3, 4, 1, 4).cautions()).contains(Caution.FEW_PEOPLE).doesNotContain(Caution.SMALL_SHARE);
    }

    @Test
    void whereNobodyIsSelectedOrThereIsOneGroupNothingIsCompared() {
        assertThat(ratio(0, 10, 0, 10).standing()).isEqualTo(Standing.NOT_COMPARED);
        assertThat(ratio(5, 10, 0, 0).standing()).isEqualTo(Standing.NOT_COMPARED);
        assertThat(ImpactRatios.of(new TreeMap<>()).rows()).isEmpty();
        assertThat(new FairnessReport(fairness(List.of(), Map.of()), DOSSIERS).text(80, false))
                .contains("No candidate stands in any group");
    }

    @Test
    void openDecisionsStandInNoRate() {
        List<Judged> all = new ArrayList<>();
        Map<String, String> groups = new HashMap<>();
        people("a", 3, 1, all, groups);
        all.add(judged("open", Effect.MISSING));
        groups.put("open", "a");
        all.add(judged("without", Effect.BLOCK));
        Fairness fairness = fairness(all, groups);
        assertThat(fairness.ratios().row("a").orElseThrow().rate()).isEqualTo(new Rate(3, 4));
        assertThat(fairness.groups()).containsEntry("a", new Fairness.Size(5, 1));
        assertThat(fairness.inNoGroup()).isEqualTo(1);
    }

    @Test
    void aRuleIsBlamedForWhatItAloneKeepsFromBeingSelected() {
        List<Judged> all = new ArrayList<>();
        Map<String, String> groups = new HashMap<>();
        people("a", 8, 2, all, groups);
        people("b", 4, 2, all, groups);
        for (int i = 0; i < 4; i++) {
            all.add(new Judged(
                    "late" + i,
                    "role",
                    AT,
                    0,
                    Verdict.REFER,
                    List.of(),
                    false,
                    List.of(
                            new Judged.Found("late", "late rule", Effect.REFER, "process"),
                            new Judged.Found("fine", "fine rule", Effect.SUPPORT, "process")),
                    Optional.empty()));
            groups.put("late" + i, "b");
        }
        Fairness fairness = fairness(all, groups);
        assertThat(fairness.ratios().under())
                .extracting(ImpactRatios.Row::group)
                .containsExactly("b");
        assertThat(fairness.rules()).extracting(Fairness.WithoutRule::code).containsExactly("late", "code-0");
        Fairness.WithoutRule late = fairness.rules().get(0);
        assertThat(late.flagsGone()).containsExactly("b");
        assertThat(late.found()).containsEntry("a", 0L).containsEntry("b", 4L);
        assertThat(late.ratios().row("b").orElseThrow().rate()).isEqualTo(new Rate(8, 10));
        assertThat(new FairnessReport(fairness, DOSSIERS).text(80, false))
                .contains("Without the rule “late rule” there would be no flag on b.");
        Fairness lenient = Fairness.of(Cohort.of("role", all), groups, Verdict.REFER);
        assertThat(lenient.ratios().row("b").orElseThrow().rate()).isEqualTo(new Rate(8, 10));
    }

    @Test
    void theVerdictWithoutARuleIsThatOfTheStrongestFindingLeft() {
        Judged two = judged("a", Effect.BLOCK, Effect.REFER);
        assertThat(two.without("rule 0")).isEqualTo(Verdict.REFER);
        assertThat(two.without("rule 1")).isEqualTo(Verdict.INELIGIBLE);
        assertThat(two.overridden(new Judged.Overruling(Verdict.ELIGIBLE, Optional.of("r"), "p"))
                        .without("rule 1"))
                .isEqualTo(Verdict.ELIGIBLE);
    }

    @Test
    void whoIsJudgedTwiceCountsAsJudgedLastInWhateverOrder() {
        Judged early = judged("a", Effect.BLOCK);
        Judged late = new Judged(
                "a", "role", AT.plusMinutes(1), 0, Verdict.ELIGIBLE, List.of(), true, List.of(), Optional.empty());
        Judged recordedLater =
                new Judged("a", "role", AT, 1, Verdict.REFER, List.of(), true, List.of(), Optional.empty());
        assertThat(Cohort.of("role", List.of(late, recordedLater, early)).judged())
                .containsExactly(recordedLater);
        for (List<Judged> order : List.of(List.of(early, late), List.of(late, early))) {
            Cohort cohort = Cohort.of("role", order);
            assertThat(cohort.judged()).containsExactly(late);
            assertThat(cohort.repeated()).isEqualTo(1);
        }
    }

    @Test
    void groupsAreReadWithAllProblemsAtOnceAndNoCandidateIsNamed() {
        Cohort cohort = Cohort.of("role", List.of(judged("ann-1"), judged("bob-1"), judged("cy-1"), judged("dee-1")));
        List<Problem> problems = new ArrayList<>();
        String text = """
                Group;Candidate
                x;ann-1
                x;ann-1
                x;bob-1
                y;bob-1
                y;eve-1
                y;fay-1
                y;gus-1
                ;cy-1
                y;"dee-1
                """;
        Groups groups = Groups.read("groups.csv", text.getBytes(StandardCharsets.UTF_8), problems::add)
                .orElseThrow();
        assertThat(groups.joined(cohort, problems::add)).containsExactly(Map.entry("ann-1", "x"));
        assertThat(problems)
                .extracting(Problem::toString)
                .anyMatch(said -> said.startsWith("groups.csv:9:"))
                .anyMatch(said -> said.startsWith("groups.csv:10:"))
                .contains(
                        "groups.csv:3:3: this candidate stands in line 2 already, in the same group, and counts once",
                        "groups.csv:5:3: this candidate stands in line 4 already, in another group, and counts in neither;"
                                + " one of the lines must go",
                        "groups.csv:6: there are no decisions here on the candidates in the lines 6 to 8, so that these"
                                + " lines are left out")
                .noneMatch(said -> said.contains("ann-") || said.contains("eve-") || said.contains("dee-"));
    }

    @Test
    void aTableWithoutTheTwoColumnsIsNone() {
        for (String text : List.of("", "candidate\na\n", "id,team\na,b\n", "\u0000\u0001", "candidate,group\n")) {
            List<Problem> problems = new ArrayList<>();
            Groups.read("groups.csv", text.getBytes(StandardCharsets.UTF_8), problems::add);
            assertThat(problems).as(text).isNotEmpty();
        }
        List<Problem> problems = new ArrayList<>();
        Groups.read("groups.csv", "candidate,group,sex\na,b,c\n".getBytes(StandardCharsets.UTF_8), problems::add);
        assertThat(problems).singleElement().asString().contains("cell C1", "is a column that is not read");
    }

    @Provide
    Arbitrary<List<Judged>> cohorts() {
        Arbitrary<List<Effect>> effects = Arbitraries.of(Effect.class).list().ofMaxSize(3);
        return Combinators.combine(Arbitraries.integers().between(0, 40), effects)
                .as((id, found) -> judged(id % 3 + "-" + id, found.toArray(Effect[]::new)))
                .list()
                .ofMaxSize(40);
    }

    private static Map<String, String> groupsOf(List<Judged> all, String... names) {
        Map<String, String> groups = new HashMap<>();
        all.forEach(judged ->
                groups.put(judged.candidateId(), names[judged.candidateId().charAt(0) - '0']));
        return groups;
    }

    @Property(tries = 100)
    void theOrderInWhichTheyComeNeverMatters(@ForAll("cohorts") List<Judged> all, @ForAll long seed) {
        List<Judged> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        Map<String, String> groups = groupsOf(all, "a", "b", "c");
        Report one = new FairnessReport(fairness(all, groups), DOSSIERS);
        Report other = new FairnessReport(fairness(shuffled, groups), DOSSIERS);
        assertThat(other.json()).isEqualTo(one.json());
        assertThat(other.csv()).isEqualTo(one.csv());
        assertThat(other.page()).isEqualTo(one.page());
        assertThat(other.text(80, true)).isEqualTo(one.text(80, true));
    }

    @Property(tries = 100)
    void aGroupWithNobodyInItChangesNothing(@ForAll("cohorts") List<Judged> all) {
        Map<String, String> groups = groupsOf(all, "a", "b", "c");
        Map<String, String> more = new HashMap<>(groups);
        more.put("nobody", "d");
        assertThat(fairness(all, more)).isEqualTo(fairness(all, groups));
        TreeMap<String, Rate> rates = new TreeMap<>();
        fairness(all, groups).ratios().rows().forEach(row -> rates.put(row.group(), row.rate()));
        ImpactRatios before = ImpactRatios.of(rates);
        rates.put("d", new Rate(0, 0));
        assertThat(ImpactRatios.of(rates).rows()).containsAll(before.rows());
    }

    @Property(tries = 100)
    void whenGroupsSwapTheirNamesTheySwapTheirRatios(@ForAll("cohorts") List<Judged> all) {
        ImpactRatios one = fairness(all, groupsOf(all, "a", "b", "c")).ratios();
        ImpactRatios other = fairness(all, groupsOf(all, "b", "a", "c")).ratios();
        assertThat(other.row("a").map(ImpactRatios.Row::ratio))
                .isEqualTo(one.row("b").map(ImpactRatios.Row::ratio));
        assertThat(other.row("b").map(ImpactRatios.Row::standing))
                .isEqualTo(one.row("a").map(ImpactRatios.Row::standing));
        assertThat(other.row("c").map(ImpactRatios.Row::ratio))
                .isEqualTo(one.row("c").map(ImpactRatios.Row::ratio));
        assertThat(one.lowest().orElse(Exact.ZERO)).isLessThanOrEqualTo(Exact.of(1));
    }

    @Test
    void noReadingCallsItACertificate() {
        List<Judged> all = new ArrayList<>();
        Map<String, String> groups = new HashMap<>();
        people("=a<b>", 8, 2, all, groups);
        people("b", 4, 6, all, groups);
        Report report = new FairnessReport(fairness(all, groups), DOSSIERS);
        for (String reading : List.of(report.text(80, false), report.page(), report.json(), report.csv())) {
            assertThat(reading.toLowerCase(java.util.Locale.ROOT)).doesNotContain("certif", "complian", "null");
        }
        assertThat(report.page()).contains("=a&lt;b&gt;").doesNotContain("<b>", "<script", "http:", "https:");
        assertThat(report.csv()).contains("'=a<b>");
        assertThat(report.text(80, false)).contains("It is no legal opinion").contains("◆ under");
        assertThat(report.text(40, false).lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 40);
    }
}
