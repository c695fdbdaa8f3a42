package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.offereligibility.decision.Engines;
import org.offereligibility.desk.Desk;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Intake.Item;
import org.offereligibility.dossier.Moment;
import org.offereligibility.policy.Policies;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;

/** A whole run in which one engine silently lacks a rule, as a fault of Drools would have it. */
class DisputeTests {
    private static final Moment AT = Moment.parse("2025-06-01T12:00:00Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Engines engines) throws Exception {
        Policies policies = Policies.read(Path.of("rules"), Optional.of(Path.of("target/rules-cache")));
        RuleSet rules = policies.rules("pmm", AT);
        RuleSource lost = rules.rules().stream()
                .filter(rule -> rule.code().equals("offer-missing"))
                .findFirst()
                .orElseThrow();
        rules.compiled().base().removeRule("rules", lost.name());
        Desk desk = Desk.open(policies, engines);
        Surroundings surroundings = new Surroundings(
                InputStream.nullInputStream(), out, err, Map.of(), false, false, Clock.systemUTC(), Path.of("."));
        StandardError said = new StandardError(err);
        Iterator<Item> items = List.<Item>of(
                        entry("a.json", Files.readAllBytes(Path.of(Dossiers.ELIGIBLE))),
                        entry("b.json", Dossiers.bare("b").getBytes(StandardCharsets.UTF_8)),
                        entry("c.json", Files.readAllBytes(Path.of(Dossiers.REFERRED))))
                .iterator();
        return new Evaluation(
                        entry -> desk.evaluate(entry, AT),
                        Layout.of(Format.JSON, new Screen(80, false), false),
                        Output.standard(surroundings),
                        said,
                        new Progress(said, Progress.Kind.NONE, OptionalLong.empty(), () -> 0))
                .run(items, 2);
    }

    private static Item entry(String file, byte[] text) {
        return new Item.Text(new Entry(file, 1, text));
    }

    @Test
    void refusesTheDossierThatTheLostRuleJudgesNamesTheRuleAndDecidesTheOthers() throws Exception {
        int code = run(Engines.BOTH);
        assertThat(code).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "b.json:1: the two engines disagree, so nothing is decided: only the matcher finds \"A dossier without an"
                                + " offer is missing it\" (compensation.drl, line 3)",
                        "1 of 3 dossiers refused",
                        "offer-eligibility: the two engines disagreed, which is a fault in the program: report it with the"
                                + " dossier and the rules");
    }

    @Test
    void cannotNoticeItWithOneEngine() throws Exception {
        int code = run(Engines.MATCHER_ALONE);
        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(3);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
