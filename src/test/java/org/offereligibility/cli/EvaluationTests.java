package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.EnginesDisagree;
import org.offereligibility.decision.Verdict;
import org.offereligibility.desk.Outcome;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Intake.Item;
import org.offereligibility.dossier.Moment;

/** One run, with a desk that does what no fixture can make the real one do. */
class EvaluationTests {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private static Outcome decided(Entry entry) {
        return new Outcome.Decided(
                new Decision(
                        "line-" + entry.line(),
                        "pmm",
                        new Decision.PolicyVersion("pmm", "2025-01-01", "sha256:" + "0".repeat(64)),
                        "sha256:" + "1".repeat(64),
                        Moment.parse("2025-06-01T12:00:00Z"),
                        Verdict.ELIGIBLE,
                        List.of(),
                        List.of()),
                Optional.empty());
    }

    private static EnginesDisagree disagreement() throws ReflectiveOperationException {
        Constructor<EnginesDisagree> constructor = EnginesDisagree.class.getDeclaredConstructor(List.class);
        constructor.setAccessible(true);
        return constructor.newInstance(List.of("rule \"A\" fired once and not at all"));
    }

    private int run(Pipeline.Work<Entry, Outcome> desk, int dossiers) throws Exception {
        Surroundings surroundings = new Surroundings(
                InputStream.nullInputStream(), out, err, Map.of(), false, false, Clock.systemUTC(), Path.of("."));
        StandardError said = new StandardError(err);
        Progress silent = new Progress(said, Progress.Kind.NONE, OptionalLong.empty(), () -> 0);
        Layout layout = Layout.of(Format.JSON, new Screen(80, false), false);
        return new Evaluation(desk, layout, Output.standard(surroundings), said, silent)
                .run(
                        java.util.stream.IntStream.rangeClosed(1, dossiers)
                                .mapToObj(line -> (Item) new Item.Text(new Entry("docket.jsonl", line, new byte[9])))
                                .iterator(),
                        2);
    }

    @Test
    void refusesLoudlyWhereTheEnginesDisagreeAndDecidesTheRest() throws Exception {
        int code = run(
                entry -> {
                    if (entry.line() == 2) {
                        throw disagreement();
                    }
                    return decided(entry);
                },
                3);
        assertThat(code).isEqualTo(ExitCode.INTERNAL);
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2).noneMatch(line -> line.contains("line-2"));
        assertThat(err.toString(StandardCharsets.UTF_8).lines().toList())
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("docket.jsonl:2: ")
                                .contains("two engines disagree", "rule \"A\""),
                        line -> assertThat(line).isEqualTo("1 of 3 dossiers refused"),
                        line -> assertThat(line).contains("a fault in the program"));
    }
}
