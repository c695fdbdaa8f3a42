package org.offereligibility.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Proofs against figures that others published, and against every single change. */
class TreeTests {
    private static final Path FIGURES = Path.of("src/test/resources/ledger");

    private final Map<List<Long>, Hash> stored = new HashMap<>();
    private final Nodes nodes = (level, index) -> stored.get(List.of((long) level, index));
    private final List<Hash> leaves = new ArrayList<>();

    private void append(Hash leaf) {
        for (Node node : Tree.grown(nodes, leaves.size(), leaf)) {
            stored.put(List.of((long) node.level(), node.index()), node.hash());
        }
        leaves.add(leaf);
    }

    @Test
    void theRootsAreThePublishedOnes() throws Exception {
        for (String line : Files.readAllLines(FIGURES.resolve("roots.tsv"))) {
            String[] cells = line.split("\t", -1);
            if (!cells[0].equals("0")) {
                append(Hash.leaf(HexFormat.of().parseHex(cells[1])));
            }
            assertThat(Tree.root(nodes, leaves.size()).hex()).isEqualTo(cells[2]);
        }
        assertThat(leaves).hasSize(8);
    }

    @Test
    void publishedProofsAreProvedOrRefused() throws Exception {
        for (String kind : List.of("inclusion", "consistency")) {
            List<String> lines = Files.readAllLines(FIGURES.resolve(kind + ".tsv"));
            assertThat(lines).hasSize(98);
            for (String line : lines) {
                assertThat(proved(kind, line.split("\t"))).as(line).isEqualTo(line.contains("\tproved\t"));
            }
        }
    }

    private static boolean proved(String kind, String[] c) {
        try {
            long first = Long.parseUnsignedLong(c[2]);
            long second = Long.parseUnsignedLong(c[3]);
            Hash one = Hash.ofBase64(c[4]);
            Hash other = Hash.ofBase64(c[5]);
            List<Hash> hashes = new ArrayList<>();
            for (String hash : c[6].equals("-") ? new String[0] : c[6].split(",")) {
                hashes.add(Hash.ofBase64(hash));
            }
            return kind.equals("inclusion")
                    ? new Inclusion(first, second, hashes).proves(one, other)
                    : new Consistency(first, second, hashes).proves(one, other);
        } catch (IllegalArgumentException noHash) {
            // the published consistency cases "(one)" compare words that are no hashes; equal words count as proved
            // there
            return c[0].equals("sizes are equal (one) and proof is empty");
        }
    }

    @Test
    void noChangedProofVerifiesForAnySizeUpToAHundred() {
        for (int size = 1; size <= 100; size++) {
            append(Hash.leaf(new byte[] {(byte) size}));
            Hash root = Tree.root(nodes, size);
            assertThat(root).isEqualTo(naive(leaves));
            for (int i = 0; i < size; i++) {
                Hash leaf = leaves.get(i);
                Inclusion whole = Tree.inclusion(nodes, i, size);
                assertThat(whole.proves(leaf, root)).isTrue();
                for (List<Hash> bad : changed(whole.hashes())) {
                    assertThat(new Inclusion(i, size, bad).proves(leaf, root)).isFalse();
                }
                for (int j = 0; j < size; j++) {
                    assertThat(new Inclusion(j, size, whole.hashes()).proves(leaf, root))
                            .isEqualTo(j == i);
                }
            }
            for (int older = 1; older < size; older++) {
                Hash before = Tree.root(nodes, older);
                Consistency whole = Tree.consistency(nodes, older, size);
                assertThat(whole.proves(before, root)).isTrue();
                for (List<Hash> bad : changed(whole.hashes())) {
                    assertThat(new Consistency(older, size, bad).proves(before, root))
                            .isFalse();
                }
            }
        }
    }

    /** RFC 9162, 2.1.1, word for word. */
    private static Hash naive(List<Hash> leaves) {
        int n = leaves.size();
        if (n == 1) {
            return leaves.get(0);
        }
        int k = Integer.highestOneBit(n - 1);
        return Hash.node(naive(leaves.subList(0, k)), naive(leaves.subList(k, n)));
    }

    /** Each byte flipped, each hash dropped, doubled, and swapped with the next. */
    private static List<List<Hash>> changed(List<Hash> hashes) {
        List<List<Hash>> all = new ArrayList<>();
        all.add(with(hashes, hashes.size(), Hash.EMPTY));
        for (int i = 0; i < hashes.size(); i++) {
            for (int at = 0; at < Hash.LENGTH; at++) {
                byte[] bytes = hashes.get(i).bytes();
                bytes[at] ^= 1;
                List<Hash> flipped = new ArrayList<>(hashes);
                flipped.set(i, Hash.ofBytes(bytes));
                all.add(flipped);
            }
            List<Hash> dropped = new ArrayList<>(hashes);
            dropped.remove(i);
            all.add(dropped);
            all.add(with(hashes, i, hashes.get(i)));
            if (i > 0) {
                List<Hash> swapped = new ArrayList<>(dropped);
                swapped.add(i - 1, hashes.get(i));
                all.add(swapped);
            }
        }
        return all;
    }

    private static List<Hash> with(List<Hash> hashes, int at, Hash more) {
        List<Hash> longer = new ArrayList<>(hashes);
        longer.add(at, more);
        return longer;
    }
}
