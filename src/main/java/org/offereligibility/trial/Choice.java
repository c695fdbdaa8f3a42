package org.offereligibility.trial;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Moment;
import org.offereligibility.policy.RuleSet;

/** One choice of values for the places of a situation; the same attempt always chooses the same. */
final class Choice {
    private static final int MOST_SENTENCES = 50;

    private final Situation situation;
    private final int attempt;
    private final Moment asOf;
    private final TreeSet<Exact> limits = new TreeSet<>();
    private final Map<Integer, Integer> meant = new HashMap<>();

    Choice(RuleSet rules, Situation situation, Moment asOf, int attempt) {
        this.situation = situation;
        this.asOf = asOf;
        this.attempt = attempt;
        rules.rows()
                .values()
                .forEach(row -> row.values().values().forEach(value -> {
                    if (value instanceof Exact number) {
                        limits.add(number);
                    }
                }));
        // what is gathered from one value is that value
        situation.gathered.forEach(from -> meant.put(situation.values.first(from.argument()), from.result()));
    }

    private int first(int place) {
        return situation.values.first(place);
    }

    /** Different from attempt to attempt and from place to place; the first attempts choose the same end everywhere. */
    private int turn(int place, int of) {
        if (attempt < of) {
            return attempt;
        }
        int mixed = (attempt * 31 + first(place)) * 0x9E3779B1;
        return Math.floorMod(mixed ^ mixed >>> 15, of);
    }

    /** A text that may stand there. */
    String text(int place, String otherwise) {
        if (!(situation.values.range(place) instanceof Range.Words words)) {
            return otherwise;
        }
        if (!words.others()) {
            List<String> all = List.copyOf(new TreeSet<>(words.words()));
            return all.get(turn(place, all.size()));
        }
        return words.words().contains(otherwise) ? otherwise.substring(0, otherwise.length() - 1) + "X" : otherwise;
    }

    /** A number that may stand there, and that the dossier can write. */
    BigDecimal number(int place) {
        Range range = situation.values.range(place);
        Integer result = meant.get(first(place));
        if (result != null) {
            Range both = range.meet(situation.values.range(result));
            range = both.isEmpty() ? range : both;
        }
        List<Exact> candidates = candidates(range);
        return candidates.isEmpty()
                ? BigDecimal.ONE
                : candidates.get(turn(place, candidates.size())).rounded(4).stripTrailingZeros();
    }

    /** The ends of the range, and around each limit of the tables that lies in it. */
    private List<Exact> candidates(Range range) {
        if (!(range instanceof Range.Numbers numbers)) {
            return List.of();
        }
        Set<Exact> near = new java.util.LinkedHashSet<>();
        Exact one = Exact.of(1);
        numbers.high().ifPresent(high -> near.addAll(List.of(high, high.minus(one))));
        numbers.low().ifPresent(low -> near.addAll(List.of(low, low.plus(one))));
        for (Exact limit : limits) {
            near.addAll(List.of(limit, limit.minus(one), limit.plus(one), limit.times(Exact.of(2))));
        }
        numbers.low().flatMap(low -> numbers.high().map(low::midpointTo)).ifPresent(near::add);
        near.add(one);
        near.add(Exact.ZERO);
        return near.stream()
                .filter(value -> !range.meet(Range.number(value)).isEmpty() && (!numbers.whole() || value.isWhole()))
                .toList();
    }

    /** An instant; those that come before others in the rules come before them here. */
    String instant(int place) {
        int rank = rank(first(place), new TreeSet<>());
        int[] gaps = {1, 24, 72, 500, 6};
        long hours = (long) rank * gaps[attempt % gaps.length] + (attempt / gaps.length % 2 == 0 ? 0 : -first(place));
        Moment base = asOf.plusHours(Exact.of(-24L * 30));
        return base.instant().plus(Duration.ofHours(hours)).toString();
    }

    private int rank(int place, Set<Integer> seen) {
        int rank = 0;
        if (seen.add(place)) {
            for (int[] order : situation.values.inOrder()) {
                if (order[1] == place) {
                    rank = Math.max(rank, 1 + rank(order[0], seen));
                }
            }
            seen.remove(place);
        }
        return rank;
    }

    /** A text with the words that it must contain and as many sentences as it must have. */
    String prose(int place) {
        List<String> words = new ArrayList<>();
        long sentences = 1;
        for (Values.Asked asked : situation.values.askedOf(place)) {
            Range result = situation.values.range(asked.result());
            if (asked.how().equals("containsWord")
                    && result.word().filter("true"::equals).isPresent()) {
                situation.values.range(asked.with().get(0)).word().ifPresent(words::add);
            }
            if (asked.how().equals("sentences")
                    && result instanceof Range.Numbers numbers
                    && numbers.low().isPresent()) {
                sentences = Math.min(
                        MOST_SENTENCES, numbers.low().get().rounded(0).longValue() + (numbers.lowIn() ? 0 : 1));
            }
        }
        words.add("Plain");
        return String.join(" ", words) + "." + " So.".repeat((int) Math.max(0, sentences - 1));
    }

    /** How often the facts of something gathered are repeated. */
    int times(Situation.Gathered gathered) {
        Optional<Exact> least = situation.values.range(gathered.result()) instanceof Range.Numbers numbers
                ? numbers.low()
                : Optional.empty();
        return switch (gathered.function()) {
            case "howMany" ->
                least.map(low -> (int) Math.min(20, low.rounded(0).longValue())).orElse(1);
            case "total" -> 1 + attempt % 4;
            default -> 1;
        };
    }
}
