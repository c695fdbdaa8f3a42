package org.offereligibility.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonText;

/**
 * One record with all that proves it, to be given to somebody who has no ledger.
 *
 * @param leaf the record's public face
 * @param parts what is sealed and enclosed, by name
 * @param inclusion that the leaf stands in the tree
 * @param checkpoint the signed note of that tree
 * @param key the line of a {@link Verifier}
 * @param others further files, by name, which the ledger does not understand
 */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
public record Receipt(
        byte[] leaf,
        SortedMap<String, Part> parts,
        Inclusion inclusion,
        byte[] checkpoint,
        String key,
        SortedMap<String, byte[]> others) {
    private static final String LEAF = "leaf.json";
    private static final String SALTS = "salts.json";
    private static final String INCLUSION = "inclusion.txt";
    private static final String CHECKPOINT = "checkpoint";
    private static final String KEY = "ledger.pub";
    private static final String SEALED = "sealed/";
    private static final Pattern PART = Pattern.compile("[a-z][a-z0-9-]{0,40}");
    private static final Pattern PROOF = Pattern.compile(
            "offer-eligibility inclusion v1\nindex (0|[1-9][0-9]{0,17})\nsize ([1-9][0-9]{0,17})\n((?:[A-Za-z0-9+/]{43}=\n){0,64})");
    private static final Json.Position HERE = new Json.Position(1, 1);

    /** What was handed in is no receipt; the message says why, in a sentence that quotes nothing personal. */
    public static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        private final String sentence;

        Broken(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** The files of the receipt, by name. */
    public SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>(others);
        files.put(LEAF, leaf);
        List<Json.Member> salts = new ArrayList<>();
        for (Part part : parts.values()) {
            files.put(SEALED + part.name(), part.content());
            salts.add(new Json.Member(
                    HERE, part.name(), new Json.Str(HERE, Base64.getEncoder().encodeToString(part.salt()))));
        }
        files.put(SALTS, CanonicalJson.bytes(new Json.Obj(HERE, salts)));
        StringBuilder proof = new StringBuilder("offer-eligibility inclusion v1\nindex ")
                .append(inclusion.index())
                .append("\nsize ")
                .append(inclusion.size())
                .append('\n');
        inclusion.hashes().forEach(hash -> proof.append(hash.base64()).append('\n'));
        files.put(INCLUSION, utf8(proof.toString()));
        files.put(CHECKPOINT, checkpoint);
        files.put(KEY, utf8(key + "\n"));
        return files;
    }

    /**
     * Reads the files of a receipt; whether they prove anything, {@link #proofs} says.
     *
     * @throws Broken if one is missing, or is not what this program writes
     */
    public static Receipt of(SortedMap<String, byte[]> files) throws Broken {
        SortedMap<String, byte[]> others = new TreeMap<>(files);
        SortedMap<String, byte[]> sealed = new TreeMap<>();
        for (String name : files.keySet()) {
            if (name.startsWith(SEALED)) {
                sealed.put(name.substring(SEALED.length()), take(others, name));
            }
        }
        byte[] leaf = take(others, LEAF);
        byte[] saltsFile = take(others, SALTS);
        byte[] proof = take(others, INCLUSION);
        byte[] note = take(others, CHECKPOINT);
        String key = text(take(others, KEY)).strip();
        Receipt receipt = new Receipt(leaf, parts(sealed, saltsFile), inclusion(proof), note, key, others);
        SortedMap<String, byte[]> again = receipt.files();
        for (String name : List.of(SALTS, INCLUSION, KEY)) {
            if (!Arrays.equals(again.get(name), files.get(name))) {
                throw new Broken("its file " + name + " is not as this program writes it");
            }
        }
        return receipt;
    }

    private static byte[] take(SortedMap<String, byte[]> files, String name) throws Broken {
        byte[] content = files.remove(name);
        if (content == null) {
            throw new Broken("its file " + name + " is missing");
        }
        return content;
    }

    private static SortedMap<String, Part> parts(SortedMap<String, byte[]> sealed, byte[] saltsFile) throws Broken {
        SortedMap<String, Part> parts = new TreeMap<>();
        if (!(json(saltsFile).orElse(null) instanceof Json.Obj salts)
                || salts.members().size() != sealed.size()) {
            throw new Broken("its file salts.json does not name a salt for each sealed part");
        }
        for (var file : sealed.entrySet()) {
            String name = file.getKey();
            if (!PART.matcher(name).matches()
                    || !(salts.get(name).orElse(null) instanceof Json.Str salt)
                    || !salt.value().matches("[A-Za-z0-9+/]{43}=")) {
                throw new Broken("its file salts.json does not name a salt for each sealed part");
            }
            parts.put(name, new Part(name, bytes(salt.value()), file.getValue()));
        }
        return parts;
    }

    private static Inclusion inclusion(byte[] file) throws Broken {
        var proof = PROOF.matcher(text(file));
        if (!proof.matches()) {
            throw new Broken("its file inclusion.txt is not as this program writes it");
        }
        List<Hash> hashes = new ArrayList<>();
        for (String line : proof.group(3).split("\n")) {
            if (!line.isEmpty()) {
                try {
                    hashes.add(Hash.ofBase64(line));
                } catch (IllegalArgumentException noHash) {
                    throw new Broken("its file inclusion.txt holds what is no hash");
                }
            }
        }
        return new Inclusion(Long.parseLong(proof.group(1)), Long.parseLong(proof.group(2)), hashes);
    }

    /** Something that was looked at, in a sentence. */
    public record Proof(boolean holds, String sentence) {}

    /**
     * Whether the leaf stands in the tree of the checkpoint, and whether the enclosed key signed that; each with what
     * was looked at. Whose key it is, only who kept one can say.
     */
    public List<Proof> proofs() {
        List<Proof> proofs = new ArrayList<>();
        Optional<Checkpoint> signed = signed();
        proofs.add(
                signed.isPresent()
                        ? new Proof(true, "The checkpoint is signed by the enclosed key.")
                        : new Proof(false, "The checkpoint is not signed by the enclosed key."));
        boolean included = signed.isPresent()
                && signed.get().size() == inclusion.size()
                && inclusion.proves(Hash.leaf(leaf), signed.get().root());
        proofs.add(
                included
                        ? new Proof(
                                true,
                                "The record is number " + inclusion.index() + " of the " + inclusion.size()
                                        + " that the checkpoint covers.")
                        : new Proof(false, "The record is not proved to be among those that the checkpoint covers."));
        return proofs;
    }

    /** The checkpoint, if the enclosed key signed it. */
    public Optional<Checkpoint> signed() {
        try {
            Verifier verifier = Verifier.parse(key);
            return signed(verifier, checkpoint);
        } catch (IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }

    /** The checkpoint of a note, if that key signed it and it is of that key's ledger. */
    public static Optional<Checkpoint> signed(Verifier verifier, byte[] note) {
        try {
            SignedNote parsed = SignedNote.parse(note);
            return Arrays.equals(parsed.bytes(), note)
                    ? verifier.checkpoint(parsed)
                            .filter(checkpoint -> checkpoint.origin().equals(verifier.name()))
                    : Optional.empty();
        } catch (IllegalArgumentException noNote) {
            return Optional.empty();
        }
    }

    private static Optional<Json> json(byte[] bytes) {
        return JsonText.parse(new org.offereligibility.dossier.Entry("", 1, bytes)) instanceof JsonText.Parsed.Tree tree
                ? Optional.of(tree.json())
                : Optional.empty();
    }

    private static byte[] bytes(String base64) throws Broken {
        try {
            return Base64Text.bytes(base64);
        } catch (IllegalArgumentException noBytes) {
            throw new Broken("its file salts.json holds what is no salt");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
