package org.offereligibility.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.RuleSet;

/** The scenarios of the PMM policy notice every slip that can be noticed; of every other it is proved that it cannot. */
class PmmMutationTests {
    @Test
    void noSlipThatCouldBeNoticedGoesUnnoticed() throws Exception {
        RuleSet rules = RuleSet.of(
                PolicyFolder.read(Path.of("rules/pmm/2025-01-01")), Optional.of(Path.of("target/rules-cache")));
        List<Mutation.Tried> tried = new Mutation(rules).tried(mutant -> true, 2, (done, of) -> {});
        assertThat(tried).hasSizeGreaterThan(1500);
        assertThat(tried)
                .filteredOn(one -> one.fate() instanceof Fate.ToldApart || one.fate() instanceof Fate.Open)
                .extracting(one -> one.mutant().file() + ", line "
                        + one.mutant().line() + ": " + one.mutant().instead())
                .isEmpty();
        assertThat(tried).filteredOn(one -> one.fate() instanceof Fate.Killed).hasSizeGreaterThan(1000);
    }
}
