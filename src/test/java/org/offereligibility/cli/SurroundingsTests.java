package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the program takes from its environment. */
class SurroundingsTests {
    private static Surroundings with(Map<String, String> environment) {
        return new Surroundings(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                environment,
                false,
                false,
                Clock.systemUTC(),
                Path.of("/home/someone"));
    }

    @ParameterizedTest
    @CsvSource({"120,100", "100,100", "72,72", "40,40", "10,40", "0,80", "-5,80", "wide,80", "'',80", "999999999999,80"
    })
    void takesTheWidthFromColumns(String columns, int width) {
        assertThat(Screen.of(with(Map.of("COLUMNS", columns)), false, Screen.Colour.AUTO)
                        .width())
                .isEqualTo(width);
    }

    @Test
    void knowsThatADumbTerminalHasNoColours() {
        assertThat(Screen.of(with(Map.of("TERM", "dumb", "COLUMNS", "80")), true, Screen.Colour.AUTO)
                        .colour())
                .isFalse();
        assertThat(Screen.of(with(Map.of("TERM", "xterm", "COLUMNS", "80")), true, Screen.Colour.AUTO)
                        .colour())
                .isTrue();
    }

    @Test
    void keepsCompiledRulesWhereTheUserKeepsSuchThings() {
        assertThat(CacheDirectory.of(with(Map.of()))).isEqualTo(Path.of("/home/someone/.cache/offer-eligibility"));
        assertThat(CacheDirectory.of(with(Map.of("XDG_CACHE_HOME", "/var/tmp/c"))))
                .isEqualTo(Path.of("/var/tmp/c/offer-eligibility"));
        assertThat(CacheDirectory.of(with(Map.of("XDG_CACHE_HOME", "relative"))))
                .isEqualTo(Path.of("/home/someone/.cache/offer-eligibility"));
        assertThat(CacheDirectory.of(with(Map.of("XDG_CACHE_HOME", "/c", "OFFER_ELIGIBILITY_CACHE", "here"))))
                .isEqualTo(Path.of("here"));
    }

    @Test
    void findsThoseOfThisProcess() {
        assertThatCode(Surroundings::ofThisProcess).doesNotThrowAnyException();
        assertThat(Surroundings.ofThisProcess().variable("a variable that nobody sets"))
                .isEmpty();
    }
}
