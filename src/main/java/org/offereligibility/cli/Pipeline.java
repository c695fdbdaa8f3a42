package org.offereligibility.cli;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;

/**
 * Reads in one thread, works in several, and hands over in the order of reading, with a bounded amount under way: however
 * much there is to read, memory stays what it is.
 *
 * @param <I> what is read
 * @param <O> what is made of it
 */
final class Pipeline<I, O> {
    /** More than four for each worker bring nothing: they would only wait for their turn to be handed over. */
    private static final int UNDER_WAY_PER_THREAD = 4;

    private static final int WINDOW_KILOBYTES = 32 << 10;
    private static final long TICK_MILLIS = 200;

    interface Work<I, O> {
        O of(I input) throws Exception;
    }

    interface Receiver<O> {
        /** @param last whether nothing else is ready, so that what was received should be shown now */
        void take(O output, boolean last) throws Exception;

        /** Called a few times a second, whether or not there is anything to take. */
        void tick();
    }

    /** @param done absent at the end of the input */
    private record UnderWay<O>(Optional<Future<O>> done, int kilobytes) {}

    private final int threads;
    private final ToLongFunction<I> bytes;
    private final Work<I, O> work;
    private final Semaphore places;
    private final Semaphore kilobytes = new Semaphore(WINDOW_KILOBYTES);
    private final BlockingQueue<UnderWay<O>> inOrder = new LinkedBlockingQueue<>();

    Pipeline(int threads, ToLongFunction<I> bytes, Work<I, O> work) {
        this.threads = threads;
        this.bytes = bytes;
        this.work = work;
        this.places = new Semaphore(threads * UNDER_WAY_PER_THREAD);
    }

    /** @throws Exception what reading, work or the receiver threw first in the order of the input; nothing after it is handed over */
    void run(Iterator<I> source, Receiver<O> receiver) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(threads, daemons("worker"));
        ExecutorService reader = Executors.newSingleThreadExecutor(daemons("reader"));
        try {
            Future<?> reading = reader.submit(() -> read(source, workers));
            hand(receiver);
            reading.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        } finally {
            reader.shutdownNow();
            workers.shutdownNow();
        }
    }

    private Void read(Iterator<I> source, ExecutorService workers) throws Exception {
        try {
            while (source.hasNext()) {
                I input = source.next();
                int size = (int) Math.min(WINDOW_KILOBYTES, 1 + bytes.applyAsLong(input) / 1024);
                places.acquire();
                kilobytes.acquire(size);
                inOrder.put(new UnderWay<>(Optional.of(workers.submit(() -> work.of(input))), size));
            }
            return null;
        } finally {
            inOrder.put(new UnderWay<>(Optional.empty(), 0));
        }
    }

    private void hand(Receiver<O> receiver) throws Exception {
        while (true) {
            UnderWay<O> next = inOrder.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
            receiver.tick();
            if (next != null) {
                if (next.done().isEmpty()) {
                    return;
                }
                O output = await(next.done().get(), receiver);
                places.release();
                kilobytes.release(next.kilobytes());
                receiver.take(output, inOrder.isEmpty());
            }
        }
    }

    private static <O> O await(Future<O> done, Receiver<O> receiver) throws Exception {
        while (true) {
            try {
                return done.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillWorking) {
                receiver.tick();
            }
        }
    }

    /** Daemons: a reader that waits for standard input cannot be interrupted, and must not keep the program alive. */
    private static java.util.concurrent.ThreadFactory daemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
