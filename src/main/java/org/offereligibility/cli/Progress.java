package org.offereligibility.cli;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Tells on standard error how far a long run has come: one line written over on a terminal, a plain line now and then elsewhere. */
final class Progress {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    enum Kind {
        NONE(0, 0),
        /** For a person who has begun to wonder. */
        LINE_AFTER_A_WHILE(2 * SECOND, SECOND / 5),
        LINE(0, SECOND / 5),
        LOG(10 * SECOND, 10 * SECOND);

        private final long first;
        private final long between;

        Kind(long first, long between) {
            this.first = first;
            this.between = between;
        }
    }

    private final StandardError err;
    private final Kind kind;
    private final OptionalLong totalBytes;
    private final LongSupplier nanos;
    private final String thing;
    private final long start;
    private long next;
    private long dossiers;
    private long bytes;

    /** @param nanos a clock that never goes back, in nanoseconds */
    Progress(StandardError err, Kind kind, OptionalLong totalBytes, LongSupplier nanos) {
        this(err, kind, totalBytes, nanos, "dossier");
    }

    /** @param thing one of what is counted */
    Progress(StandardError err, Kind kind, OptionalLong totalBytes, LongSupplier nanos, String thing) {
        this.thing = thing;
        this.err = err;
        this.kind = kind;
        this.totalBytes = totalBytes;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.next = kind.first;
    }

    void add(long size) {
        dossiers++;
        bytes += size;
    }

    void tick() {
        long passed = nanos.getAsLong() - start;
        if (kind == Kind.NONE || passed < next) {
            return;
        }
        next = passed + kind.between;
        if (kind == Kind.LOG) {
            err.line(line(passed));
        } else {
            err.status(line(passed));
        }
    }

    void end() {
        err.clearStatus();
        if (kind == Kind.LOG) {
            long passed = nanos.getAsLong() - start;
            err.line(count() + " in " + duration(passed) + " · " + rate(passed));
        }
    }

    private String line(long passed) {
        StringBuilder line = new StringBuilder(count()).append(" · ").append(rate(passed));
        if (totalBytes.isPresent() && bytes > 0) {
            double done = Math.min(1, (double) bytes / Math.max(1, totalBytes.getAsLong()));
            line.append(String.format(Locale.ROOT, " · %.0f %%", Math.floor(done * 100)))
                    .append(" · ")
                    .append(duration((long) (passed * (1 - done) / done)))
                    .append(" left");
        }
        return line.toString();
    }

    private String count() {
        return String.format(Locale.ROOT, "%,d %s", dossiers, dossiers == 1 ? thing : thing + "s");
    }

    private String rate(long passed) {
        return String.format(Locale.ROOT, "%,d/s", Math.round(dossiers / Math.max(1e-3, passed / (double) SECOND)));
    }

    private static String duration(long nanos) {
        long seconds = Math.round(nanos / (double) SECOND);
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
