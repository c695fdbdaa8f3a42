package org.offereligibility.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.offereligibility.Evaluation;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.DossierReader;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Fact;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonEdit;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Reading;
import org.offereligibility.oracle.RandomDossiers;
import org.offereligibility.policy.RuleSet;

/** What must hold of every answer to why a rule does not hold. */
class WhyNotLawsTests {
    private static final Evaluation HOUSE = Evaluation.under("rules");
    private static final Evaluator PMM = HOUSE.evaluator("pmm", Evaluation.EVALUATED_AT);
    private static final Evaluator SHAPES =
            Evaluation.under("src/test/resources/shapes").evaluator("shapes", Evaluation.EVALUATED_AT);

    private static final Evaluator NASTY =
            Evaluation.under("src/test/resources/nasty").evaluator("nasty", Evaluation.EVALUATED_AT);

    private static Dossier read(String dossier) {
        Reading reading = DossierReader.read(
                new Entry("dossier.json", 1, dossier.getBytes(StandardCharsets.UTF_8)),
                (anyRole, anyTime) -> PMM.rules().vocabulary(),
                Evaluation.EVALUATED_AT);
        assertThat(reading).as(dossier).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted) reading).dossier();
    }

    private static Moment asOf(Dossier dossier) {
        return dossier.asOf().orElse(Evaluation.EVALUATED_AT);
    }

    private static List<Dossier> docket() throws Exception {
        return Files.readAllLines(Path.of("fixtures/docket.jsonl")).stream()
                .map(WhyNotLawsTests::read)
                .toList();
    }

    private static void everyRuleWithoutAFindingHasAnObstacle(Dossier dossier) {
        List<WhyNot> all = PMM.whyNot(dossier, asOf(dossier));
        Set<String> answered = new TreeSet<>();
        for (WhyNot why : all) {
            answered.add(why.code());
            saysSomething(why);
        }
        Set<String> notFound = new TreeSet<>();
        PMM.rules().rules().stream().filter(rule -> rule.findsSomething()).forEach(rule -> notFound.add(rule.code()));
        PMM.conclude(dossier, asOf(dossier)).findings().forEach(point -> notFound.remove(point.code()));
        assertThat(answered).containsAll(notFound);
    }

    private static void saysSomething(WhyNot why) {
        assertThat(why.obstacles()).as(why.rule().name()).isNotEmpty();
        why.obstacles().forEach(obstacle -> saysSomething(obstacle, why));
    }

    private static void saysSomething(Obstacle obstacle, WhyNot why) {
        switch (obstacle.kind()) {
            case NOWHERE, NEITHER, NOTHING ->
                assertThat(obstacle.inside()).as("%s", why).isNotEmpty();
            case UNLIKE, PRESENT, EXCEPTION, UNTRUE ->
                assertThat(obstacle.misses()).as("%s", why).isNotEmpty();
            case ABSENT -> assertThat(obstacle.misses()).as("%s", why).isEmpty();
        }
        if (obstacle.kind() == Obstacle.Kind.UNLIKE) {
            obstacle.misses()
                    .forEach(miss -> assertThat(miss.failed()).as("%s", why).isNotEmpty());
        }
        if (obstacle.kind() != Obstacle.Kind.UNTRUE) {
            assertThat(obstacle.what()).isNotBlank();
        }
        assertThat(obstacle.what()).doesNotContain("||", "&&", "null", "(");
        obstacle.inside().forEach(inner -> saysSomething(inner, why));
        obstacle.sources().forEach(WhyNotLawsTests::saysSomething);
    }

    @Test
    void everyRuleThatFindsNothingInTheDocketHasAnObstacle() throws Exception {
        docket().forEach(WhyNotLawsTests::everyRuleWithoutAFindingHasAnObstacle);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void everyRuleThatFindsNothingHasAnObstacle(@ForAll long seed) {
        everyRuleWithoutAFindingHasAnObstacle(read(new RandomDossiers(seed).next()));
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void whyNotElsewhereAlwaysSaysSomething(@ForAll long seed) {
        Dossier dossier = read(new RandomDossiers(seed).next());
        for (Conclusion.Point point : PMM.conclude(dossier, asOf(dossier)).findings()) {
            PMM.whyNot(dossier, asOf(dossier), point.code()).forEach(WhyNotLawsTests::saysSomething);
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void constraintsTakenApartHoldAsThoseThatDroolsCompiled(@ForAll long seed) {
        Dossier dossier = read(new RandomDossiers(seed).next());
        List<Object> facts = new ArrayList<>(dossier.facts());
        facts.add(new Fact.AsOf("/asOf", asOf(dossier)));
        assertThat(compared(PMM.rules(), facts)).isPositive();
    }

    @Test
    void constraintsOfEveryShapeTakenApartHoldAsThoseThatDroolsCompiled() {
        Random random = new Random(4417);
        long compared = 0;
        for (int i = 0; i < 300; i++) {
            compared += compared(SHAPES.rules(), List.copyOf(TwoEnginesTests.facts(random)));
        }
        assertThat(compared).isGreaterThan(10_000);
    }

    @Test
    void rulesWrittenToPartTheEnginesAreExplainedLikeAllOthers() {
        Random random = new Random(7121);
        Set<Obstacle.Kind> kinds = new TreeSet<>();
        long compared = 0;
        for (int i = 0; i < 300; i++) {
            List<Fact> facts = NastyRulesTests.facts(random).stream()
                    .filter(fact -> !(fact instanceof Fact.AsOf))
                    .toList();
            Dossier dossier = new Dossier(
                    "someone",
                    Optional.empty(),
                    "nasty",
                    "any",
                    Optional.empty(),
                    facts,
                    new Json.Obj(new Json.Position(1, 1), List.of()),
                    "");
            for (WhyNot why : NASTY.whyNot(dossier, Evaluation.EVALUATED_AT)) {
                saysSomething(why);
                why.obstacles().forEach(obstacle -> kinds.add(obstacle.kind()));
            }
            compared += compared(NASTY.rules(), List.copyOf(facts));
        }
        assertThat(kinds).containsExactlyInAnyOrder(Obstacle.Kind.values());
        assertThat(compared).isGreaterThan(10_000);
    }

    /** How many constraints were tried on a fact, with one result each. */
    private static long compared(RuleSet rules, List<Object> facts) {
        Matcher matcher = new Matcher(rules);
        WorkingFacts working = matcher.run(facts).facts();
        long[] count = {0};
        for (RulePlan plan : matcher.plans()) {
            walk(plan.parts(), List.of(plan.frame(working)), working, count);
        }
        return count[0];
    }

    private static void walk(List<Search> parts, List<Frame> ways, WorkingFacts facts, long[] count) {
        List<Frame> further = ways;
        for (Search part : Examination.flat(parts)) {
            for (Search inner : inner(part)) {
                walk(List.of(inner), further, facts, count);
            }
            if (part instanceof Search.Pattern pattern) {
                further.forEach(way -> compare(pattern, way, facts, count));
            }
            further = Examination.extend(part, further, Map.of());
        }
    }

    private static List<Search> inner(Search part) {
        if (part instanceof Search.None none) {
            return List.of(none.inner());
        }
        if (part instanceof Search.Some some) {
            return List.of(some.inner());
        }
        if (part instanceof Search.Any any) {
            return any.alternatives();
        }
        return part instanceof Search.Accumulate accumulate ? List.of(accumulate.inner()) : List.of();
    }

    private static void compare(Search.Pattern pattern, Frame way, WorkingFacts facts, long[] count) {
        for (Object fact : facts.of(pattern.type())) {
            Frame tried = way.copy();
            tried.values[pattern.place()] = fact;
            pattern.bindings().forEach(binding -> binding.apply(tried));
            Operands operands = Operands.on(fact, tried.bindings());
            for (Search.Test test : Nearness.tests(pattern)) {
                boolean holds = test.holds(tried);
                assertThat(operands.holds(test.asked().asks()))
                        .as("%s of %s", test.asked().text(), fact)
                        .isEqualTo(holds);
                if (!holds) {
                    assertThat(operands.failing(test.asked().asks()))
                            .as("%s of %s", test.asked().text(), fact)
                            .isNotEmpty();
                }
                count[0]++;
            }
        }
    }

    @Test
    void anOfferThatIsChangedByTheMarginHasTheFindingAfterAll() throws Exception {
        Map<String, String> pointers = Map.of("base", "/offer/baseSalary", "equity", "/offer/equity/annualValue");
        int tried = 0;
        List<Dossier> dossiers = new ArrayList<>(docket());
        RandomDossiers random = new RandomDossiers(2025);
        for (int i = 0; i < 100; i++) {
            dossiers.add(read(random.next()));
        }
        for (Dossier dossier : dossiers) {
            for (WhyNot why : PMM.whyNot(dossier, asOf(dossier))) {
                for (Obstacle.Compared compared : single(why)) {
                    String pointer = pointers.getOrDefault(compared.left().name(), "");
                    if (dossier.json().at(pointer).orElse(null) instanceof Json.Num figure) {
                        Exact margin = compared.margin().orElseThrow();
                        boolean up = !compared.relation().equals(">");
                        String asked = why.obstacles()
                                .get(0)
                                .misses()
                                .get(0)
                                .failed()
                                .get(0)
                                .asked();
                        boolean strict = !asked.contains("=");
                        boolean upwards = compared.relation().equals("=") ? asked.contains(">") : up;
                        Exact justNot = moved(margin, upwards, figure, strict ? "0" : "-0.01");
                        Exact just = moved(margin, upwards, figure, strict ? "0.01" : "0");
                        assertThat(found(dossier, pointer, figure, justNot)).doesNotContain(why.code());
                        assertThat(found(dossier, pointer, figure, just)).contains(why.code());
                        tried++;
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(200);
    }

    private static Exact moved(Exact margin, boolean up, Json.Num figure, String step) {
        Exact way = margin.plus(Exact.of(new BigDecimal(step)));
        Exact now = Exact.of(figure.value());
        return up ? now.plus(way) : now.minus(way);
    }

    /** The comparison because of which alone the rule does not hold. */
    private static List<Obstacle.Compared> single(WhyNot why) {
        boolean alone = why.obstacles().size() == 1
                && why.obstacles().get(0).misses().size() == 1
                && why.obstacles().get(0).misses().get(0).failed().size() == 1;
        return alone ? why.obstacles().get(0).misses().get(0).failed().get(0).compared() : List.of();
    }

    private static List<String> found(Dossier dossier, String pointer, Json.Num figure, Exact changed) {
        Json json = JsonEdit.set(dossier.json(), pointer, new Json.Num(figure.at(), new BigDecimal(changed.toString())))
                .orElseThrow();
        Dossier other = read(new String(CanonicalJson.bytes(json), StandardCharsets.UTF_8));
        return PMM.conclude(other, asOf(other)).findings().stream()
                .map(Conclusion.Point::code)
                .toList();
    }
}
