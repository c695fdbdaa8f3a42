package org.offereligibility.cli;

import java.nio.file.Path;

/** Where compiled rules are kept between runs. */
final class CacheDirectory {
    private CacheDirectory() {}

    /** The program's own variable first, then what the XDG base directory specification says. */
    static Path of(Surroundings surroundings) {
        String own = surroundings.variable("OFFER_ELIGIBILITY_CACHE");
        if (!own.isEmpty()) {
            return Path.of(own);
        }
        String shared = surroundings.variable("XDG_CACHE_HOME");
        // The specification has a relative path there ignored.
        Path base = !shared.isEmpty() && Path.of(shared).isAbsolute()
                ? Path.of(shared)
                : surroundings.home().resolve(".cache");
        return base.resolve("offer-eligibility");
    }
}
