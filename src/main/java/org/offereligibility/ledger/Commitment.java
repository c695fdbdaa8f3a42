package org.offereligibility.ledger;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Fixes bytes without showing them: who has salt and bytes can prove what was committed to; once the salt is erased, nobody
 * can find the bytes by guessing.
 */
public record Commitment(Hash hash) {
    /** The bytes of a salt. */
    public static final int SALT_LENGTH = 32;

    private static final String PREFIX = "sha256-salted:";
    private static final byte[] DOMAIN = "offer-eligibility commitment v1\n".getBytes(StandardCharsets.US_ASCII);

    /**
     * SHA-256 over a domain tag, the salt and the bytes; tag and salt have a fixed length, so nothing can shift between them.
     *
     * @throws IllegalArgumentException unless the salt has {@value #SALT_LENGTH} bytes
     */
    public static Commitment of(byte[] salt, byte[] content) {
        if (salt.length != SALT_LENGTH) {
            throw new IllegalArgumentException("a salt has 32 bytes, here are " + salt.length);
        }
        return new Commitment(Hash.of(DOMAIN, salt, content));
    }

    /** A new salt. */
    public static byte[] salt(SecureRandom random) {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        return salt;
    }

    /** @throws IllegalArgumentException unless the text is exactly what {@link #text} writes */
    public static Commitment parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a commitment begins with " + PREFIX);
        }
        return new Commitment(Hash.ofHex(text.substring(PREFIX.length())));
    }

    /** {@code sha256-salted:} and 64 digits in lower-case hexadecimal. */
    public String text() {
        return PREFIX + hash.hex();
    }
}
