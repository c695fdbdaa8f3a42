package org.offereligibility.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The program as a user meets it, run in this process, with everything around it made up. */
final class Program {
    static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

    private final Map<String, String> environment =
            new HashMap<>(Map.of("OFFER_ELIGIBILITY_CACHE", "target/rules-cache"));
    private InputStream in = InputStream.nullInputStream();
    private Instant now = NOW;
    private boolean outIsTerminal;
    private boolean errIsTerminal;

    /** What a run left behind. */
    record Run(int code, byte[] bytes, String err) {
        String out() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        List<String> outLines() {
            return out().lines().toList();
        }

        List<String> errLines() {
            return err.lines().toList();
        }
    }

    static Run runs(String... arguments) {
        return new Program().run(arguments);
    }

    Program with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Program reading(byte[] standardInput) {
        in = new ByteArrayInputStream(standardInput);
        return this;
    }

    Program at(Instant instant) {
        now = instant;
        return this;
    }

    Program onTerminal() {
        outIsTerminal = true;
        errIsTerminal = true;
        return this;
    }

    Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return run(out, out, arguments);
    }

    /** @param out given to the program instead of a stream that only keeps what is written */
    Run runInto(OutputStream out, String... arguments) {
        return run(out, new ByteArrayOutputStream(), arguments);
    }

    private Run run(OutputStream out, ByteArrayOutputStream kept, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                in,
                out,
                err,
                environment,
                outIsTerminal,
                errIsTerminal,
                Clock.fixed(now, ZoneOffset.UTC),
                Path.of("target/no-home"));
        int code = Main.run(surroundings, arguments);
        return new Run(code, kept.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }
}
