package org.offereligibility.cli;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Tells a person at a terminal who has begun to wonder how far some work has come. */
final class Waiting {
    private static final long WONDERS_AFTER = 2_000;
    private static final long BETWEEN = 200;

    private final StandardError err;
    private final String what;
    private final boolean told;
    private final Clock clock;
    private final long start;
    private long next = WONDERS_AFTER;
    private int done;

    private Waiting(StandardError err, String what, boolean told, Clock clock) {
        this.err = err;
        this.what = what;
        this.told = told;
        this.clock = clock;
        this.start = clock.millis();
    }

    /** @param what is counted, in the plural */
    static Waiting on(Surroundings surroundings, StandardError err, String what) {
        return new Waiting(err, what, surroundings.errIsTerminal(), surroundings.clock());
    }

    void step() {
        step(done + 1, Optional.empty());
    }

    /** @param all how many there are */
    void step(int now, int all) {
        step(now, Optional.of(all));
    }

    private void step(int now, Optional<Integer> all) {
        done = now;
        long passed = clock.millis() - start;
        if (told && passed >= next) {
            next = passed + BETWEEN;
            String of = all.map(number -> String.format(Locale.ROOT, " of %,d", number))
                    .orElse("");
            err.status(String.format(Locale.ROOT, "%,d%s %s", done, of, what));
        }
    }

    void end() {
        err.clearStatus();
    }
}
