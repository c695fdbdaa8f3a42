package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.offereligibility.decision.Reruns;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RulesUnusable;
import org.offereligibility.policy.Variants;

/** Edits a rule set in every small way there is, one at a time, and asks which edits its scenarios notice. */
public final class Mutation {
    private final RuleSet rules;
    private final Variants variants;
    private final Reruns reruns;

    public Mutation(RuleSet rules) {
        this.rules = rules;
        this.variants = new Variants(rules);
        this.reruns = new Reruns(rules);
    }

    /** One mutant and what became of it. */
    public record Tried(Mutant mutant, Fate fate) {}

    public RuleSet rules() {
        return rules;
    }

    /** Every mutant, in the order of files and places. */
    public List<Mutant> mutants() {
        List<Mutant> all = new ArrayList<>();
        rules.rules().forEach(rule -> all.addAll(RuleMutants.of(rules, rule)));
        all.addAll(TableMutants.of(rules));
        all.sort(Comparator.comparing(Mutant::file).thenComparing(Mutant::begin));
        return all;
    }

    /**
     * Tries the mutants that are asked for, with so many threads; the result does not depend on how many.
     *
     * @param progress takes how many of how many are done
     */
    public List<Tried> tried(Predicate<Mutant> asked, int threads, BiConsumer<Integer, Integer> progress) {
        List<Mutant> mutants = mutants().stream().filter(asked).toList();
        Map<String, List<Integer>> together = new TreeMap<>();
        for (int i = 0; i < mutants.size(); i++) {
            together.computeIfAbsent(
                            mutants.get(i).file() + "\n" + mutants.get(i).about(), unseen -> new ArrayList<>())
                    .add(i);
        }
        Fate[] fates = new Fate[mutants.size()];
        List<List<Integer>> open = new ArrayList<>(together.values());
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(workers.submit(() -> {
                    Cases cases = new Cases(rules, reruns);
                    Scrutiny scrutiny = new Scrutiny(rules, cases);
                    for (int group = next.getAndIncrement(); group < open.size(); group = next.getAndIncrement()) {
                        for (int mutant : open.get(group)) {
                            fates[mutant] = fate(mutants.get(mutant), scrutiny);
                            progress.accept(done.incrementAndGet(), mutants.size());
                        }
                        scrutiny.forget();
                    }
                }));
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            workers.shutdownNow();
        }
        List<Tried> tried = new ArrayList<>();
        for (int i = 0; i < fates.length; i++) {
            tried.add(new Tried(mutants.get(i), fates[i]));
        }
        return tried;
    }

    private Fate fate(Mutant mutant, Scrutiny scrutiny) {
        Variants.Variant variant;
        try {
            variant = variants.with(mutant.file(), mutant.edited());
        } catch (RulesUnusable refused) {
            return new Fate.Refused(refused.problems().stream()
                    .map(Problem::message)
                    .findFirst()
                    .orElse(""));
        }
        return scrutiny.of(mutant, variant, reruns.of(variant));
    }
}
