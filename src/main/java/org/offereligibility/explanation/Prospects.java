package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.offereligibility.decision.Conclusion;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Fact;
import org.offereligibility.dossier.Moment;
import org.offereligibility.explanation.AlreadyDecided.Bearing;
import org.offereligibility.explanation.OpenItems.Kind;
import org.offereligibility.explanation.OpenItems.Open;

/**
 * Tries what may come of things that are open. Where there are at most {@value #MOST} outcomes, all are tried. Where there are
 * more, it goes uphill and downhill from a good guess, one thing or two signals of a round at a time, until nothing changes.
 */
final class Prospects {
    static final int MOST = 5_000;
    private static final int MOST_ENDINGS = 64;
    private static final int SIGNALS_IN_A_ROUND = 2;

    private final Evaluator evaluator;
    private final OpenItems open;
    private final Moment asOf;
    private final List<Open> things;
    private final boolean all;
    private final Map<List<Integer>, Score> known = new HashMap<>();
    private final List<int[]> outcomes = new ArrayList<>();
    private final int[] best;
    private final int[] worst;

    /** How good an outcome is: by its verdict, then by how little decides against it. */
    private record Score(Verdict verdict, int blocks, int missing, int refers) implements Comparable<Score> {
        @Override
        public int compareTo(Score other) {
            int order = verdict.compareTo(other.verdict);
            order = order == 0 ? Integer.compare(other.blocks, blocks) : order;
            order = order == 0 ? Integer.compare(other.missing, missing) : order;
            return order == 0 ? Integer.compare(other.refers, refers) : order;
        }
    }

    /** @param most how many outcomes there may be for all to be tried */
    Prospects(Evaluator evaluator, OpenItems open, Moment asOf, long most) {
        this.evaluator = evaluator;
        this.open = open;
        this.asOf = asOf;
        this.things = open.opens();
        this.all = count() <= most;
        int[] guess = guess();
        if (all) {
            each(new int[things.size()], 0, outcomes::add);
            int[] highest = guess;
            int[] lowest = guess;
            for (int[] outcome : outcomes) {
                highest = score(outcome).compareTo(score(highest)) > 0 ? outcome : highest;
                lowest = score(outcome).compareTo(score(lowest)) < 0 ? outcome : lowest;
            }
            best = highest;
            worst = lowest;
        } else {
            best = climbed(guess, 1);
            worst = climbed(guess, -1);
        }
    }

    /** Whether every outcome was tried. */
    boolean all() {
        return all;
    }

    long tried() {
        return known.size();
    }

    int[] best() {
        return best.clone();
    }

    int[] worst() {
        return worst.clone();
    }

    Verdict verdict(int[] outcome) {
        return score(outcome).verdict();
    }

    /** Nothing is better than the best verdict there is, or than what the rules leave possible. */
    boolean isProvedBest() {
        return verdict(best) == Verdict.ELIGIBLE
                || bounds().stream()
                        .max(Comparator.comparing(Evaluator.Bounds::best))
                        .filter(bounds -> bounds.best() == verdict(best))
                        .isPresent();
    }

    boolean isProvedWorst() {
        return verdict(worst) == Verdict.INELIGIBLE
                || bounds().stream()
                        .min(Comparator.comparing(Evaluator.Bounds::worst))
                        .filter(bounds -> bounds.worst() == verdict(worst))
                        .isPresent();
    }

    /** Bounds for each way in which the rounds may end, everything else left possible; none if one of them is unknown. */
    private List<Evaluator.Bounds> bounds() {
        List<int[]> endings = new ArrayList<>(List.of(new int[things.size()]));
        for (int i = 0; i < things.size(); i++) {
            if (things.get(i).kind() == Kind.OUTCOME) {
                List<int[]> longer = new ArrayList<>();
                for (int[] ending : endings) {
                    for (int choice = 0; choice < things.get(i).choices().size(); choice++) {
                        longer.add(with(ending, i, choice));
                    }
                }
                endings = longer;
            }
        }
        if (endings.size() > MOST_ENDINGS) {
            return List.of();
        }
        List<Evaluator.Bounds> bounds = new ArrayList<>();
        for (int[] ending : endings) {
            Set<Fact> possible = new LinkedHashSet<>();
            for (Open thing : things) {
                if (thing.kind() != Kind.OUTCOME) {
                    thing.choices().forEach(choice -> possible.addAll(choice.facts()));
                }
            }
            Optional<Evaluator.Bounds> here = evaluator.bounds(open.ended(ending), possible, asOf);
            if (here.isEmpty()) {
                return List.of();
            }
            bounds.add(here.get());
        }
        return bounds;
    }

    /** The choices of a thing with which the best verdict is still reached, everything else being at its best. */
    List<Integer> enough(int thing) {
        return IntStream.range(0, things.get(thing).choices().size())
                .filter(choice -> verdict(with(best, thing, choice)) == verdict(best))
                .boxed()
                .toList();
    }

    /** The signals that, observed in the same round, undo what the observation of this one does. */
    List<Integer> mending(int signal) {
        int[] broken = with(best, signal, 1);
        return IntStream.range(0, things.size())
                .filter(other -> other != signal
                        && isSignalOf(other, things.get(signal).item())
                        && best[other] == 0
                        && fits(with(broken, other, 1))
                        && verdict(with(broken, other, 1)) == verdict(best))
                .boxed()
                .toList();
    }

    /** The best outcome with every score lowered as far as the best verdict bears it, one after the other. */
    int[] weakest() {
        int[] weakest = best.clone();
        for (int i = 0; i < weakest.length; i++) {
            while (things.get(i).kind() == Kind.SCORE
                    && weakest[i] > 0
                    && verdict(with(weakest, i, weakest[i] - 1)) == verdict(best)) {
                weakest[i]--;
            }
        }
        return weakest;
    }

    Bearing bearing(int item) {
        if (all) {
            Map<List<Integer>, Verdict> byTheRest = new HashMap<>();
            for (int[] outcome : outcomes) {
                List<Integer> rest = IntStream.range(0, outcome.length)
                        .filter(i -> things.get(i).item() != item)
                        .mapToObj(i -> outcome[i])
                        .toList();
                Verdict other = byTheRest.putIfAbsent(rest, verdict(outcome));
                if (other != null && other != verdict(outcome)) {
                    return Bearing.MATTERS;
                }
            }
            return Bearing.CANNOT_MATTER;
        }
        boolean[] turns = new boolean[1];
        neighbours(best, item, other -> turns[0] |= verdict(other) != verdict(best));
        return turns[0] ? Bearing.MATTERS : Bearing.NOT_SEEN_TO_MATTER;
    }

    /** Uphill or downhill until no neighbour goes further; the first of the best ones is taken, so that it is always the same. */
    private int[] climbed(int[] start, int direction) {
        int[][] at = {start};
        boolean[] moved = {true};
        while (moved[0]) {
            moved[0] = false;
            int[] from = at[0];
            for (int item = 0; item < open.items().size(); item++) {
                if (verdict(at[0]) != (direction > 0 ? Verdict.ELIGIBLE : Verdict.INELIGIBLE)) {
                    neighbours(from, item, other -> {
                        if (direction * score(other).compareTo(score(at[0])) > 0) {
                            at[0] = other;
                            moved[0] = true;
                        }
                    });
                }
            }
        }
        return at[0];
    }

    /** The outcomes that differ in one thing of the item, or in two of its signals. */
    private void neighbours(int[] outcome, int item, Consumer<int[]> visitor) {
        for (int i = 0; i < things.size(); i++) {
            if (things.get(i).item() != item) {
                continue;
            }
            for (int choice = 0; choice < things.get(i).choices().size(); choice++) {
                visit(with(outcome, i, choice), visitor);
            }
            for (int j = i + 1; isSignalOf(i, item) && j < things.size(); j++) {
                if (isSignalOf(j, item)) {
                    visit(with(with(outcome, i, 1 - outcome[i]), j, 1 - outcome[j]), visitor);
                }
            }
        }
    }

    private void visit(int[] outcome, Consumer<int[]> visitor) {
        if (fits(outcome)) {
            visitor.accept(outcome);
        }
    }

    /** The first outcome word and result, the highest scores, no signal. */
    private int[] guess() {
        return things.stream()
                .mapToInt(thing -> thing.kind() == Kind.SCORE ? thing.choices().size() - 1 : 0)
                .toArray();
    }

    private Score score(int[] outcome) {
        List<Integer> key = Arrays.stream(outcome).boxed().toList();
        Score score = known.get(key);
        if (score == null) {
            Conclusion conclusion = evaluator.conclude(open.chosen(outcome), asOf);
            score = new Score(
                    conclusion.verdict(),
                    count(conclusion, Effect.BLOCK),
                    count(conclusion, Effect.MISSING),
                    count(conclusion, Effect.REFER));
            known.put(key, score);
        }
        return score;
    }

    private static int count(Conclusion conclusion, Effect effect) {
        return (int) conclusion.findings().stream()
                .filter(point -> point.effect() == effect)
                .count();
    }

    private static int[] with(int[] outcome, int thing, int choice) {
        int[] changed = outcome.clone();
        changed[thing] = choice;
        return changed;
    }

    private boolean isSignalOf(int thing, int item) {
        return things.get(thing).kind() == Kind.SIGNAL && things.get(thing).item() == item;
    }

    /** Whether no round has more signals than are supposed. */
    private boolean fits(int[] outcome) {
        int[] signals = new int[open.items().size()];
        for (int i = 0; i < outcome.length; i++) {
            if (things.get(i).kind() == Kind.SIGNAL && outcome[i] == 1) {
                signals[things.get(i).item()]++;
            }
        }
        return Arrays.stream(signals).allMatch(count -> count <= SIGNALS_IN_A_ROUND);
    }

    private void each(int[] outcome, int from, Consumer<int[]> visitor) {
        if (from == outcome.length) {
            visitor.accept(outcome.clone());
            return;
        }
        for (int choice = 0; choice < things.get(from).choices().size(); choice++) {
            outcome[from] = choice;
            if (choice == 0 || things.get(from).kind() != Kind.SIGNAL || fits(upTo(outcome, from))) {
                each(outcome, from + 1, visitor);
            }
        }
        outcome[from] = 0;
    }

    private static int[] upTo(int[] outcome, int last) {
        int[] start = new int[outcome.length];
        System.arraycopy(outcome, 0, start, 0, last + 1);
        return start;
    }

    /** How many outcomes there are; more than enough where there are too many to count. */
    private long count() {
        long count = 1;
        int[] signals = new int[open.items().size()];
        for (Open thing : things) {
            if (thing.kind() == Kind.SIGNAL) {
                signals[thing.item()]++;
            } else {
                count = Math.min(count * thing.choices().size(), Integer.MAX_VALUE);
            }
        }
        for (int n : signals) {
            count = Math.min(count * (1 + n + (long) n * (n - 1) / 2), Integer.MAX_VALUE);
        }
        return count;
    }
}
