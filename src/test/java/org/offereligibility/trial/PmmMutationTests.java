package org.offereligibility.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.RuleSet;

/** The scenarios of the PMM policy notice every slip of which it is known that it can be noticed. */
class PmmMutationTests {
    /** Of more than a thousand and a half, all of which `rules mutate` tries. */
    private static final int SAMPLE = 150;

    @Test
    void noSlipInASampleCouldBeNoticedAndIsNot() throws Exception {
        RuleSet rules = RuleSet.of(
                PolicyFolder.read(Path.of("rules/pmm/2025-01-01")), Optional.of(Path.of("target/rules-cache")));
        Mutation mutation = new Mutation(rules);
        List<Mutant> all = mutation.mutants();
        assertThat(all).hasSizeGreaterThan(1500);
        Random random = new Random(20250404);
        Set<Mutant> sample = new HashSet<>();
        while (sample.size() < SAMPLE) {
            sample.add(all.get(random.nextInt(all.size())));
        }
        List<Mutation.Tried> tried = mutation.tried(sample::contains, 2, (done, of) -> {});
        assertThat(tried)
                .filteredOn(one -> one.fate() instanceof Fate.ToldApart)
                .extracting(one -> one.mutant().file() + ", line "
                        + one.mutant().line() + ": " + one.mutant().instead())
                .isEmpty();
    }
}
