package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How far a long run has come. */
class ProgressTests {
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long now = 5 * SECOND;

    private Progress progress(Progress.Kind kind, OptionalLong bytes) {
        return new Progress(new StandardError(err), kind, bytes, () -> now);
    }

    private String said() {
        String said = err.toString(StandardCharsets.UTF_8);
        err.reset();
        return said;
    }

    private void pass(Progress progress, double seconds, int dossiers, long bytesEach) {
        now += (long) (seconds * SECOND);
        for (int i = 0; i < dossiers; i++) {
            progress.add(bytesEach);
        }
        progress.tick();
    }

    @Test
    void staysSilentForTwoSeconds() {
        Progress progress = progress(Progress.Kind.LINE_AFTER_A_WHILE, OptionalLong.of(100_000));
        pass(progress, 1.9, 190, 100);
        assertThat(said()).isEmpty();
        pass(progress, 0.1, 10, 100);
        assertThat(said()).isEqualTo("\r\u001b[K200 dossiers · 100/s · 20 % · 8 s left");
        pass(progress, 0.1, 10, 100);
        assertThat(said()).isEmpty();
        pass(progress, 0.1, 10, 100);
        assertThat(said()).isEqualTo("\r\u001b[K220 dossiers · 100/s · 22 % · 8 s left");
        progress.end();
        assertThat(said()).isEqualTo("\r\u001b[K");
    }

    @Test
    void logsAPlainLineEveryTenSecondsAndOneAtTheEnd() {
        Progress progress = progress(Progress.Kind.LOG, OptionalLong.of(4_000_000));
        pass(progress, 9, 9000, 100);
        assertThat(said()).isEmpty();
        pass(progress, 1, 1000, 100);
        assertThat(said()).isEqualTo("10,000 dossiers · 1,000/s · 25 % · 30 s left\n");
        pass(progress, 9, 1, 100);
        assertThat(said()).isEmpty();
        pass(progress, 61, 0, 100);
        assertThat(said()).isEqualTo("10,001 dossiers · 125/s · 25 % · 4 min 0 s left\n");
        progress.end();
        assertThat(said()).isEqualTo("10,001 dossiers in 1 min 20 s · 125/s\n");
    }

    @Test
    void promisesNoEndWhereTheInputHasNone() {
        Progress progress = progress(Progress.Kind.LINE, OptionalLong.empty());
        pass(progress, 7200, 1, 100);
        assertThat(said()).isEqualTo("\r\u001b[K1 dossier · 0/s");
    }

    @Test
    void makesRoomForALineThatStays() {
        StandardError both = new StandardError(err);
        both.status("half-way");
        both.line("a.json: no");
        both.line("b.json: no");
        assertThat(said()).isEqualTo("\r\u001b[Khalf-way\r\u001b[Ka.json: no\nb.json: no\n");
    }
}
