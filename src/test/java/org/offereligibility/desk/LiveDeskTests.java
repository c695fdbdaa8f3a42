package org.offereligibility.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.offereligibility.decision.Engines;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Problem;
import org.offereligibility.explanation.DecisionJson;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RulesUnusable;

/** Rules that change while dossiers are decided by them. */
@Timeout(300)
class LiveDeskTests {
    private static final Moment TIME = Moment.parse("2025-06-01T00:00:00Z");
    private static final Duration QUIET = Duration.ofMillis(3);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final String TABLE = Violinists.FIRST + "/fees.csv";

    @TempDir
    Path folder;

    private Violinists violinists;
    private final Heard heard = new Heard();

    /** What the desk told. */
    private static final class Heard implements LiveDesk.Listener {
        private final BlockingQueue<List<Problem>> told = new LinkedBlockingQueue<>();

        @Override
        public void inForce() {
            told.add(List.of());
        }

        @Override
        public void refused(List<Problem> problems) {
            told.add(problems);
        }

        List<Problem> next() throws InterruptedException {
            List<Problem> next = told.poll(60, TimeUnit.SECONDS);
            assertThat(next).as("nothing was told").isNotNull();
            return next;
        }
    }

    @BeforeEach
    void aPolicy() throws Exception {
        violinists = Violinists.in(folder);
    }

    private LiveDesk open(Engines engines) throws RulesUnusable {
        return LiveDesk.open(violinists.policies(), Violinists.CACHE, engines, heard, QUIET, POLL);
    }

    private static String decision(LiveDesk desk, Entry dossier) throws RulesUnusable {
        return DecisionJson.text(((Outcome.Decided) desk.evaluate(dossier, TIME)).decision());
    }

    private static RuleSet rules(LiveDesk desk) throws RulesUnusable {
        return ((Consideration.Case) desk.consider(Violinists.dossier(0, "5", 60000), TIME))
                .evaluator()
                .rules();
    }

    @Test
    void twoHundredSwapsUnderLoadLoseNoDecisionMixNoVersionsAndLeakNothing() throws Exception {
        List<Entry> dossiers = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            dossiers.add(Violinists.dossier(number, number % 2 == 0 ? "3" : "5", 50000 + 2500 * number));
        }
        String first = violinists.read(TABLE);
        String second = first.replace("68,000", "61,000");
        List<Map<String, String>> expected = new ArrayList<>(); // of each dossier: decision by policy hash
        dossiers.forEach(dossier -> expected.add(new HashMap<>()));
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        AtomicBoolean stop = new AtomicBoolean();
        AtomicLong decided = new AtomicLong();
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        try (LiveDesk desk = open(Engines.BOTH)) {
            for (String table : List.of(second, first)) {
                violinists.write(TABLE, table);
                assertThat(heard.next()).isEmpty();
                String hash = rules(desk).hash();
                for (int i = 0; i < dossiers.size(); i++) {
                    expected.get(i).put(hash, decision(desk, dossiers.get(i)));
                }
            }
            assertThat(expected).allMatch(each -> each.size() == 2);
            List<Thread> deciding = new ArrayList<>();
            for (int number = 0; number < 2; number++) {
                Thread thread = new Thread(() -> {
                    for (int i = 0; !stop.get(); i = (i + 1) % dossiers.size()) {
                        try {
                            String found = decision(desk, dossiers.get(i));
                            if (!expected.get(i).containsValue(found)) {
                                wrong.add(found);
                            }
                            decided.incrementAndGet();
                            LockSupport.parkNanos(1_000_000); // under load, but not so that nothing else gets on
                        } catch (Exception | Error lost) {
                            wrong.add(lost.toString());
                        }
                    }
                });
                thread.start();
                deciding.add(thread);
            }
            long heap = 0;
            int classes = 0;
            for (int swap = 1; swap <= 200; swap++) {
                if (swap == 100) {
                    violinists.write(TABLE, first.replace("52,000", "tbd"));
                    assertThat(heard.next()).isNotEmpty();
                }
                long before = decided.get();
                violinists.write(TABLE, swap % 2 == 0 ? first : second);
                assertThat(heard.next()).as("swap " + swap).isEmpty();
                loaders.add(
                        new WeakReference<>(rules(desk).compiled().type("Fee").getClassLoader()));
                while (decided.get() == before) {
                    Thread.sleep(1);
                }
                if (swap == 60) {
                    heap = usedHeap();
                    classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
                }
            }
            long grown = usedHeap() - heap;
            stop.set(true);
            for (Thread thread : deciding) {
                thread.join();
            }
            assertThat(wrong).isEmpty();
            assertThat(decided).hasValueGreaterThan(200);
            System.gc();
            assertThat(loaders.stream().filter(loader -> loader.get() != null).count())
                    .as("class loaders of replaced rules that are still held")
                    .isLessThanOrEqualTo(2);
            assertThat(grown).as("bytes of heap after 140 more swaps").isLessThan(12_000_000);
            assertThat(ManagementFactory.getClassLoadingMXBean().getLoadedClassCount() - classes)
                    .as("classes after 140 more swaps")
                    .isLessThan(400);
        } finally {
            stop.set(true);
        }
    }

    private static long usedHeap() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void goesOnWithTheLastGoodRulesAndTellsWhyTheNewOnesAreRefused() throws Exception {
        Entry dossier = Violinists.dossier(1, "5", 64000);
        try (LiveDesk desk = open(Engines.MATCHER_ALONE)) {
            String before = decision(desk, dossier);
            String sound = violinists.read(TABLE);
            violinists.write(TABLE, sound.replace("52,000", "tbd"));
            assertThat(heard.next()).extracting(Problem::message).anyMatch(message -> message.contains("tbd"));
            assertThat(decision(desk, dossier)).isEqualTo(before);
            violinists.write(TABLE, sound);
            assertThat(heard.next()).isEmpty();
            assertThat(decision(desk, dossier)).isEqualTo(before);
            violinists.write(TABLE, sound.replace("68,000", "61,000"));
            assertThat(heard.next()).isEmpty();
            assertThat(decision(desk, dossier)).isNotEqualTo(before).contains("fee-outside-agreement");
        }
    }

    @Test
    void keepsWhatHasNotChangedAsItIs() throws Exception {
        try (LiveDesk desk = open(Engines.MATCHER_ALONE)) {
            RuleSet before = rules(desk);
            for (String file : List.of("vocabulary.csv", "policy.yaml", "violinist.drl", "stages.csv", "fees.csv")) {
                violinists.write("2030-01-01/" + file, violinists.read(Violinists.FIRST + "/" + file));
            }
            List<Problem> last = heard.next();
            while (!last.isEmpty()) { // the new version was seen before it was complete
                last = heard.next();
            }
            assertThat(rules(desk)).isSameAs(before);
        }
    }

    @Test
    void takesNoNoticeOfADraftOrOfFilesThatAreTouchedOnly() throws Exception {
        try (LiveDesk desk = open(Engines.MATCHER_ALONE)) {
            RuleSet before = rules(desk);
            violinists.write("draft/fees.csv", "broken");
            Files.setLastModifiedTime(violinists.role().resolve(TABLE), FileTime.fromMillis(0));
            assertThat(Optional.ofNullable(heard.told.poll(500, TimeUnit.MILLISECONDS)))
                    .isEmpty();
            assertThat(rules(desk)).isSameAs(before);
        }
    }

    @Test
    void goesOnWhenItsFolderIsGone() throws Exception {
        try (LiveDesk desk = open(Engines.MATCHER_ALONE)) {
            Path away = folder.resolve("away");
            Files.move(violinists.policies(), away);
            assertThat(heard.next()).isNotEmpty();
            assertThat(decision(desk, Violinists.dossier(1, "5", 60000))).contains("ELIGIBLE");
            Files.move(away, violinists.policies());
            assertThat(heard.next()).isEmpty();
        }
    }

    @Test
    void stopsWatchingWhenItIsClosed() throws Exception {
        LiveDesk desk = open(Engines.MATCHER_ALONE);
        desk.close();
        violinists.change(TABLE, "68,000", "61,000");
        assertThat(Optional.ofNullable(heard.told.poll(300, TimeUnit.MILLISECONDS)))
                .isEmpty();
        assertThat(decision(desk, Violinists.dossier(1, "5", 64000))).doesNotContain("fee-outside-agreement");
    }
}
