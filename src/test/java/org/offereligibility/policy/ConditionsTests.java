package org.offereligibility.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offereligibility.Golden;

/** Conditions that rules may not have, and what their author is told: each stands by itself under one table of limits. */
class ConditionsTests {
    @TempDir
    Path directory;

    private static Stream<String> refused() {
        return Stream.of(
                "$n : Number() from accumulate(Score($v : score), howMany($v))",
                "$l : List() from collect(Score())",
                "Score() from $low",
                "(Score() from $low)",
                "Score() over window:time(1h)",
                "acc(Score($v : score); $n : howMany($v))",
                "groupby(Score($v : score); $v; $n : howMany($v))",
                "accumulate(Score($v : score) and Observation(); $n : howMany($v))",
                "forall($s : Score(round == \"one\") Score(this == $s, score >= $low))",
                "forall(Score(round == \"one\", score >= $low))",
                "forall(Score())",
                "forall($s : Score(score >= $low))",
                "not forall(Score(score >= $low))",
                "not (Role() and eval($low == $low))",
                "not eval($low == $low)",
                "exists (forall(Score(score >= $low)))",
                "eval($low)",
                "eval($low.plus($low))",
                "eval($high > $low)",
                "eval(score > $low)",
                "eval($low == \"low\")",
                "eval($low > 3)",
                "eval(System.exit($low))",
                "eval(true)",
                "Score(score)",
                "Observation(signal matches \"[x\")",
                "Observation(signal matches \"(x|y)*\")",
                "Observation(signal matches \"x\\\\d\")",
                "Observation(signal matches \"q.*\")",
                "Observation(signal matches $low)",
                "Observation(signal not matches)",
                "Observation(matches \"x\")",
                "Score(score matches \"3\")",
                "Score(score.plus($low) matches \"3\")",
                "Observation(signal matches \"x\", sygnal matches \"x\")",
                "Observation(signal contains \"x\")",
                "Observation(signal memberOf $low)",
                "Observation(signal str[startsWith] \"x\")",
                "$a : Score() Score(this == $a)",
                "$a : Score() Observation(this != $a)",
                "Score(this.round == \"one\")",
                "?seen($low;)",
                "Score(round[0] == \"one\")");
    }

    /** The nasty policy without its rules. */
    private Path copy() throws IOException {
        Path copy = directory.resolve("nasty/2025-01-01");
        Files.createDirectories(copy);
        Path nasty = Path.of("src/test/resources/nasty/nasty/2025-01-01");
        for (String file : new String[] {"policy.yaml", "vocabulary.csv", "limits.csv"}) {
            Files.copy(nasty.resolve(file), copy.resolve(file));
        }
        return copy;
    }

    @Test
    void sayWhereTheyAreRefusedAndWhatToWriteInstead() throws Exception {
        Path copy = copy();
        StringBuilder told = new StringBuilder();
        for (String condition : refused().toList()) {
            told.append("# ").append(condition).append('\n').append(told(copy, rule(condition)));
        }
        Golden.assertEquals("policy/refused-conditions.txt", told.toString());
    }

    /** Each as it stands in the set of hard rules that ours was made from; what it means stands in {@code nasty.drl}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "h04 | 14 | $n : Number(intValue >= 6) from accumulate(Score(score >= $low), count(1))",
                "h05 | 14 | $l : List(size >= 4) from collect(Score(score >= $low))",
                "h09 | 14 | Exercise($t : text) eval(longQuote($t))",
                "h10 | 14 | BaseSalary(amount + amount * amount / 4 <= 200000)",
                "h11 | 14 | Domain(allowed contains domain)",
                "h12 | 14 | BaseSalary(max(amount, amount) < 100000)",
                "h15 | 14 | RoundHeld(startedAt.year == 2027, startedAt.month.value < 3)",
                "h16 | 14 | RoundHeld(startedAt < java.time.LocalDate.of(2026, 11, 1))",
                "h18 | 14 | accumulate(Score($v : score); $s : total($v); $s > $low)",
                "h20 | 12 | Role() #when date-expires \"01-Jan-2020\" when",
                "h21 | 12 | Role() #when enabled false when",
                "h25 | 14 | Domain(domain memberOf allowed)"
            })
    void theHardRulesThatAreNotInTheNastySetAreRefused(String name, int line, String condition) throws Exception {
        String[] parts = condition.split("#when ");
        String text = rule(parts[0].strip());
        if (parts.length > 1) {
            int at = text.lastIndexOf("\nwhen");
            text = text.substring(0, at + 1) + parts[1] + text.substring(at + 5);
        }
        assertThat(told(copy(), text)).startsWith("nasty.drl:" + line + ":");
        assertThat(Path.of("src/test/resources/nasty/README.md")).content().contains(name);
    }

    private static String told(Path copy, String rules) throws IOException {
        Files.writeString(copy.resolve("nasty.drl"), rules);
        RulesUnusable unusable = catchThrowableOfType(
                RulesUnusable.class, () -> Policies.read(copy.getParent().getParent(), Optional.empty()));
        assertThat(unusable).as(rules).isNotNull();
        return unusable.problems().stream()
                .map(problem -> problem.toString().replace(copy + "/", "") + "\n")
                .collect(Collectors.joining("", "", "\n"));
    }

    private static String rule(String condition) {
        return """
                declare Limit @table("limits.csv")
                    limit : String @names("limit") @key
                    value : Exact
                end
                rule "another" @code("another") @effect("NOTE") @section("nasty") @source("house") @says("another")
                when
                    Role()
                then
                    insert(new Finding("candidate"));
                end
                rule "a rule" @code("a-rule") @effect("NOTE") @section("nasty") @source("house") @says("a rule")
                when
                    Limit(limit == "low", $low : value)
                    %s
                then
                    insert(new Finding("candidate"));
                end
                """.formatted(condition);
    }
}
