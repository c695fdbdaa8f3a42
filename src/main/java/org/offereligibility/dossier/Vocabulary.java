package org.offereligibility.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Every word that a dossier may use, by kind, as the policy's {@code vocabulary.csv} lists them. */
public final class Vocabulary {
    /**
     * @param kind {@code round}, {@code criterion}, {@code signal}, ...
     * @param of the word that this one belongs to (a criterion's round), or empty
     * @param reads how the word is read aloud
     */
    public record Entry(String kind, String word, String of, String reads) {}

    private record Owner(String kind, String of) {}

    private final List<Entry> entries;
    private final Map<String, Set<String>> byKind = new LinkedHashMap<>();
    private final Map<Owner, Set<String>> byOwner = new HashMap<>();
    private final Map<String, String> reads = new HashMap<>();

    /** @param entries in the order of the file */
    public Vocabulary(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        for (Entry entry : this.entries) {
            byKind.computeIfAbsent(entry.kind(), kind -> new LinkedHashSet<>()).add(entry.word());
            byOwner.computeIfAbsent(new Owner(entry.kind(), entry.of()), owner -> new LinkedHashSet<>())
                    .add(entry.word());
            reads.putIfAbsent(entry.word(), entry.reads());
        }
    }

    /** In the order of the file. */
    public List<Entry> entries() {
        return entries;
    }

    public boolean has(String kind, String word) {
        return byKind.getOrDefault(kind, Set.of()).contains(word);
    }

    /** Whether the word of that kind belongs to {@code of}. */
    public boolean has(String kind, String word, String of) {
        return byOwner.getOrDefault(new Owner(kind, of), Set.of()).contains(word);
    }

    /** All words of a kind, each once, in the order of the file. */
    public List<String> words(String kind) {
        return List.copyOf(byKind.getOrDefault(kind, Set.of()));
    }

    /** The words of a kind that belong to {@code of}, each once, in the order of the file. */
    public List<String> wordsOf(String kind, String of) {
        return List.copyOf(byOwner.getOrDefault(new Owner(kind, of), Set.of()));
    }

    /** All kinds, sorted. */
    public List<String> kinds() {
        return List.copyOf(new TreeSet<>(byKind.keySet()));
    }

    /** How a word is read aloud; the word itself where the vocabulary does not know it. */
    public String reads(String word) {
        return reads.getOrDefault(word, word);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Vocabulary vocabulary && vocabulary.entries.equals(entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return "Vocabulary" + entries;
    }

    /**
     * The candidate nearest to what was written: the fewest insertions, deletions, changes and swaps of neighbours, and none
     * at all if that would be more than about a third of the word.
     */
    public static Optional<String> nearest(String written, Collection<String> candidates) {
        String given = written.toLowerCase(Locale.ROOT);
        String best = null;
        int least = (written.length() < 4 ? 1 : Math.max(2, written.length() / 3)) + 1;
        for (String candidate : new ArrayList<>(new TreeSet<>(candidates))) {
            int distance = distance(given, candidate.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The optimal string alignment distance. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 40) {
            return Integer.MAX_VALUE;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
