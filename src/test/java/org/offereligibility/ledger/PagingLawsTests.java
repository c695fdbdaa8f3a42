package org.offereligibility.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Pages, joined, are all that was there, whatever arrives between them. */
class PagingLawsTests {
    private static final List<String> VERDICTS = List.of("ELIGIBLE", "REFER");
    private static Optional<Ledger> opened = Optional.empty();
    private static Optional<Path> folder = Optional.empty();
    private static int requests;

    @BeforeContainer
    static void open() throws Exception {
        folder = Optional.of(Files.createTempDirectory("paging"));
        opened = Optional.of(Records.open(Place.in(folder.get())));
        for (int i = 0; i < 60; i++) {
            arrive(new Random(i));
        }
    }

    @AfterContainer
    static void close() throws Exception {
        opened.orElseThrow().close();
        try (var files = Files.walk(folder.orElseThrow())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void arrive(Random random) throws Exception {
        Ledger ledger = opened.orElseThrow();
        requests++;
        if (random.nextInt(3) == 0 && ledger.size() > 0) {
            Entry any = ledger.page(Filter.ALL, random.nextInt((int) ledger.size()), 1)
                    .get(0);
            ledger.append(Records.about("override", "o" + requests, any.id()));
        } else {
            ledger.append(Records.decision(
                    "r" + requests, "C-" + random.nextInt(4), VERDICTS.get(random.nextInt(VERDICTS.size()))));
        }
    }

    @Property(tries = 60)
    void pagesJoinedAreAllThatWasThere(
            @ForAll @IntRange(min = 0, max = 127) int asked,
            @ForAll @IntRange(min = 1, max = 9) int limit,
            @ForAll long seed)
            throws Exception {
        Ledger ledger = opened.orElseThrow();
        Random random = new Random(seed);
        Filter filter = filter(asked);
        List<Long> before = meant(ledger, asked);
        List<Long> forwards = joined(filter, limit, false, random);
        List<Long> between = meant(ledger, asked);
        List<Long> backwards = joined(filter, limit, true, random);
        List<Long> after = meant(ledger, asked);
        // An override that arrives can make an older decision one that is sought, so a page may hold more than
        // there was at first, but never anything that is not sought at last.
        assertThat(forwards).isSorted().doesNotHaveDuplicates().containsAll(before);
        assertThat(between).containsAll(forwards);
        assertThat(backwards)
                .isSortedAccordingTo(Collections.reverseOrder())
                .doesNotHaveDuplicates()
                .containsAll(between);
        assertThat(after).containsAll(backwards);
    }

    private static List<Long> meant(Ledger ledger, int asked) throws Exception {
        List<Long> meant = new ArrayList<>();
        for (Entry entry : Records.all(ledger)) {
            if (isMeant(ledger, asked, entry)) {
                meant.add(entry.index());
            }
        }
        return meant;
    }

    private static List<Long> joined(Filter filter, int limit, boolean backwards, Random random) throws Exception {
        Ledger ledger = opened.orElseThrow();
        List<Long> all = new ArrayList<>();
        long bound = backwards ? Long.MAX_VALUE : 0;
        for (int pages = 0; pages < 40; pages++) {
            List<Entry> page = backwards ? ledger.pageBack(filter, bound, limit) : ledger.page(filter, bound, limit);
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            if (page.isEmpty()) {
                break;
            }
            page.forEach(entry -> all.add(entry.index()));
            bound = page.get(page.size() - 1).index() + (backwards ? 0 : 1);
            if (pages < 2 && random.nextBoolean()) {
                arrive(random);
            }
            limit = Math.max(limit, pages);
        }
        return all;
    }

    private static Filter filter(int asked) {
        return new Filter(
                on(asked, 1) ? Optional.of("C-1") : Optional.empty(),
                on(asked, 2) ? Optional.of("decision") : Optional.empty(),
                on(asked, 4) ? Optional.of("HR-7") : Optional.empty(),
                Optional.empty(),
                on(asked, 8) ? Optional.of("pmm") : Optional.empty(),
                on(asked, 16) ? Optional.of("2025.1") : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                on(asked, 32) ? Set.of(new Mark("verdict", "REFER"), new Mark("code", "COMP-1")) : Set.of(),
                on(asked, 64) ? Optional.of("override") : Optional.empty());
    }

    private static boolean isMeant(Ledger ledger, int asked, Entry entry) throws Exception {
        boolean decision = entry.kind().equals("decision");
        return (!on(asked, 1 | 2 | 4 | 8 | 16 | 32) || decision)
                && (!on(asked, 1)
                        || new String(
                                        ledger.part(entry.index(), "candidate")
                                                .orElseThrow()
                                                .content(),
                                        "UTF-8")
                                .equals("C-1"))
                && (!on(asked, 32) || ledger.marks(entry.index()).contains(new Mark("verdict", "REFER")))
                && (!on(asked, 64)
                        || Records.all(ledger).stream()
                                .anyMatch(other -> other.kind().equals("override")
                                        && other.about().equals(entry.id())));
    }

    private static boolean on(int asked, int bits) {
        return (asked & bits) != 0;
    }
}
