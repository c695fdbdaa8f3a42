package org.offereligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many hands, one order. */
class PipelineTests {
    private static <O> Pipeline.Receiver<O> into(List<O> received) {
        return new Pipeline.Receiver<>() {
            @Override
            public void take(O output, boolean last) {
                received.add(output);
            }

            @Override
            public void tick() {}
        };
    }

    @Property(tries = 100)
    void handsOverInTheOrderOfReadingHoweverLongEachTakes(
            @ForAll @Size(max = 60) List<@IntRange(max = 2) Integer> millis,
            @ForAll @IntRange(min = 1, max = 8) int threads)
            throws Exception {
        List<Integer> received = new ArrayList<>();
        Iterator<Integer> numbers = IntStream.range(0, millis.size()).iterator();
        new Pipeline<Integer, Integer>(threads, number -> 1, number -> {
                    Thread.sleep(millis.get(number));
                    return number;
                })
                .run(numbers, into(received));
        assertThat(received)
                .containsExactlyElementsOf(
                        IntStream.range(0, millis.size()).boxed().toList());
    }

    @Test
    void readsNoFurtherAheadThanTheWindow() throws Exception {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger furthest = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        Iterator<Integer> numbers =
                IntStream.range(0, 500).peek(number -> read.incrementAndGet()).iterator();
        new Pipeline<Integer, Integer>(2, number -> 1, number -> number).run(numbers, new Pipeline.Receiver<>() {
            @Override
            public void take(Integer output, boolean last) throws Exception {
                furthest.accumulateAndGet(read.get() - taken.getAndIncrement(), Math::max);
                Thread.sleep(0, 100_000);
            }

            @Override
            public void tick() {}
        });
        assertThat(taken).hasValue(500);
        // eight under way, one taken, and one read that waits for its place
        assertThat(furthest.get()).isBetween(2, 10);
    }

    @Test
    @Timeout(20)
    void lets64MebibytesThroughOneAtATime() throws Exception {
        AtomicInteger together = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Long> received = new ArrayList<>();
        new Pipeline<Long, Long>(4, bytes -> bytes, bytes -> {
                    most.accumulateAndGet(together.incrementAndGet(), Math::max);
                    Thread.sleep(20);
                    together.decrementAndGet();
                    return bytes;
                })
                .run(LongStream.generate(() -> 64L << 20).limit(5).iterator(), into(received));
        assertThat(received).hasSize(5);
        assertThat(most).hasValue(1);
    }

    @Test
    @Timeout(20)
    void endsWithTheFirstFailureInTheOrderOfReading() {
        List<Integer> received = new ArrayList<>();
        assertThatThrownBy(() -> new Pipeline<Integer, Integer>(4, number -> 1, number -> {
                            if (number >= 10) {
                                throw new IllegalArgumentException("number " + number);
                            }
                            return number;
                        })
                        .run(IntStream.iterate(0, number -> number + 1).iterator(), into(received)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("number 10");
        assertThat(received)
                .containsExactlyElementsOf(IntStream.range(0, 10).boxed().toList());
    }

    @Test
    @Timeout(20)
    void handsOverWhatWasReadBeforeReadingFailed() {
        List<Integer> received = new ArrayList<>();
        Iterator<Integer> failing = IntStream.range(0, 6)
                .peek(number -> {
                    if (number == 5) {
                        throw new IllegalStateException("the disk is gone");
                    }
                })
                .iterator();
        assertThatThrownBy(() ->
                        new Pipeline<Integer, Integer>(2, number -> 1, number -> number).run(failing, into(received)))
                .hasMessage("the disk is gone");
        assertThat(received).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    @Timeout(20)
    void handsOverWhatIsReadyWhileItWaitsForMore() throws Exception {
        java.util.concurrent.BlockingQueue<Integer> slow = new java.util.concurrent.LinkedBlockingQueue<>(List.of(1));
        List<Integer> received = new ArrayList<>();
        Iterator<Integer> waiting = new Iterator<>() {
            private int given;

            @Override
            public boolean hasNext() {
                return given < 2;
            }

            @Override
            public Integer next() {
                given++;
                try {
                    return slow.take();
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
            }
        };
        new Pipeline<Integer, Integer>(1, number -> 1, number -> number).run(waiting, new Pipeline.Receiver<>() {
            @Override
            public void take(Integer output, boolean last) {
                assertThat(output == 2 || last).isTrue();
                received.add(output);
                slow.add(2); // only now does the second arrive
            }

            @Override
            public void tick() {}
        });
        assertThat(received).containsExactly(1, 2);
    }

    @Test
    void letsMoreThroughThanMemoryHolds() throws Exception {
        int mebibyte = 1 << 20;
        long twiceTheHeap = 2 * Runtime.getRuntime().maxMemory() / mebibyte;
        long[] total = {0};
        new Pipeline<byte[], byte[]>(2, bytes -> bytes.length, bytes -> bytes)
                .run(
                        Stream.generate(() -> new byte[mebibyte])
                                .limit(twiceTheHeap)
                                .iterator(),
                        new Pipeline.Receiver<>() {
                            @Override
                            public void take(byte[] output, boolean last) {
                                total[0] += output.length;
                            }

                            @Override
                            public void tick() {}
                        });
        assertThat(total[0]).isEqualTo(twiceTheHeap * mebibyte);
    }
}
