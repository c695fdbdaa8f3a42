package org.offereligibility.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Checks what one Ed25519 key signed; written {@code name+hash+base64} as C2SP signed-note does. */
public final class Verifier {
    /** What the encoding of every Ed25519 public key begins with (RFC 8410, section 4). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] raw;
    private final int keyId;
    private final PublicKey key;

    /** @throws IllegalArgumentException for a name with spaces or plus signs, or what is no Ed25519 public key of 32 bytes */
    Verifier(String name, byte[] raw) {
        if (!isName(name) || raw.length != 32) {
            throw new IllegalArgumentException("a key has a name without spaces or plus signs, and 32 bytes");
        }
        this.name = name;
        this.raw = raw.clone();
        byte[] typed = ByteBuffer.allocate(33).put((byte) 1).put(raw).array();
        this.keyId = ByteBuffer.wrap(Hash.of((name + "\n").getBytes(StandardCharsets.UTF_8), typed)
                        .bytes())
                .getInt();
        try {
            byte[] encoded = ByteBuffer.allocate(44).put(X509).put(raw).array();
            this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("this is no Ed25519 public key", unusable);
        }
    }

    /** @throws IllegalArgumentException unless the text is exactly what {@link #text} writes */
    public static Verifier parse(String text) {
        String[] parts = text.split("\\+", 3);
        byte[] typed = parts.length == 3 ? Base64Text.bytes(parts[2]) : new byte[0];
        if (typed.length != 33 || typed[0] != 1) {
            throw new IllegalArgumentException("a verifier key is a name, a hash and an Ed25519 key, with + between");
        }
        byte[] raw = new byte[32];
        ByteBuffer.wrap(typed).get(1, raw);
        Verifier verifier = new Verifier(parts[0], raw);
        if (!verifier.text().equals(text)) {
            throw new IllegalArgumentException("the hash in this verifier key is not that of its name and key");
        }
        return verifier;
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars()
                        .noneMatch(c -> c == '+'
                                || Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.isISOControl(c));
    }

    /** The key in one line that may be published. */
    public String text() {
        byte[] typed = ByteBuffer.allocate(33).put((byte) 1).put(raw).array();
        return name + "+" + HexFormat.of().toHexDigits(keyId) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    public String name() {
        return name;
    }

    public int keyId() {
        return keyId;
    }

    /** The checkpoint in the note, if this key signed it; empty too if any signature in this key's name is false. */
    public Optional<Checkpoint> checkpoint(SignedNote note) {
        return signed(note) ? Optional.of(Checkpoint.parse(note.text())) : Optional.empty();
    }

    /** Whether this key signed the note; false too if any signature in this key's name and id is false. */
    public boolean signed(SignedNote note) {
        boolean found = false;
        for (SignedNote.Signature signature : note.signatures()) {
            if (signature.keyId() == keyId && signature.name().equals(name)) {
                if (!holds(note.text(), signature.bytes())) {
                    return false;
                }
                found = true;
            }
        }
        return found;
    }

    private boolean holds(String text, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
