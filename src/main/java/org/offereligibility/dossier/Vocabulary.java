package org.offereligibility.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Every word that a dossier may use, by kind, as the policy's {@code vocabulary.csv} lists them.
 *
 * @param entries in the order of the file
 */
public record Vocabulary(List<Entry> entries) {
    /**
     * @param kind {@code round}, {@code criterion}, {@code signal}, ...
     * @param of the word that this one belongs to (a criterion's round), or empty
     * @param reads how the word is read aloud
     */
    public record Entry(String kind, String word, String of, String reads) {}

    public boolean has(String kind, String word) {
        return entries.stream()
                .anyMatch(entry -> entry.kind().equals(kind) && entry.word().equals(word));
    }

    /** Whether the word of that kind belongs to {@code of}. */
    public boolean has(String kind, String word, String of) {
        return wordsOf(kind, of).contains(word);
    }

    /** All words of a kind, each once, in the order of the file. */
    public List<String> words(String kind) {
        return entries.stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(Entry::word)
                .distinct()
                .toList();
    }

    /** The words of a kind that belong to {@code of}, in the order of the file. */
    public List<String> wordsOf(String kind, String of) {
        return entries.stream()
                .filter(entry -> entry.kind().equals(kind) && entry.of().equals(of))
                .map(Entry::word)
                .toList();
    }

    public List<String> kinds() {
        return List.copyOf(new TreeSet<>(entries.stream().map(Entry::kind).toList()));
    }

    /** How a word is read aloud; the word itself where the vocabulary does not know it. */
    public String reads(String word) {
        return entries.stream()
                .filter(entry -> entry.word().equals(word))
                .map(Entry::reads)
                .findFirst()
                .orElse(word);
    }

    /**
     * The candidate nearest to what was written: the fewest insertions, deletions, changes and swaps of neighbours, and none
     * at all if that would be more than about a third of the word.
     */
    public static Optional<String> nearest(String written, Collection<String> candidates) {
        String given = written.toLowerCase(java.util.Locale.ROOT);
        String best = null;
        int least = Math.max(2, written.length() / 3) + 1;
        for (String candidate : new ArrayList<>(new TreeSet<>(candidates))) {
            int distance = distance(given, candidate.toLowerCase(java.util.Locale.ROOT));
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
