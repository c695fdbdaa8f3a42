package org.offereligibility.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 hash: 32 bytes that never change. Two are equal if all their bytes are. */
public final class Hash {
    /** The bytes of every hash. */
    public static final int LENGTH = 32;

    /** The root of the tree without leaves: the hash of nothing (RFC 9162, section 2.1.1). */
    public static final Hash EMPTY = of(new byte[0]);

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash of these parts, one after the other. */
    public static Hash of(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return new Hash(digest.digest());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new AssertionError(everyPlatformHasIt);
        }
    }

    /** The hash of a leaf: the byte 0 stands before its bytes, so that no inner node passes for a leaf. */
    public static Hash leaf(byte[] content) {
        return of(LEAF, content);
    }

    /** The hash of an inner node: the byte 1, then its two children. */
    public static Hash node(Hash left, Hash right) {
        return of(NODE, left.bytes, right.bytes);
    }

    /** @throws IllegalArgumentException unless there are {@value #LENGTH} bytes */
    public static Hash ofBytes(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes, here are " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** @throws IllegalArgumentException unless these are 64 digits in lower-case hexadecimal */
    public static Hash ofHex(String hex) {
        for (int i = 0; i < hex.length(); i++) {
            if ("0123456789abcdef".indexOf(hex.charAt(i)) < 0) {
                throw new IllegalArgumentException("a hash is written in the digits 0 to 9 and a to f");
            }
        }
        if (hex.length() != 2 * LENGTH) {
            throw new IllegalArgumentException("a hash has 64 digits, here are " + hex.length());
        }
        return new Hash(HexFormat.of().parseHex(hex));
    }

    /** @throws IllegalArgumentException unless this is the one way to write 32 bytes in base64 (RFC 4648, section 4) */
    public static Hash ofBase64(String base64) {
        return ofBytes(Base64Text.bytes(base64));
    }

    /** A copy of the {@value #LENGTH} bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** 64 digits in lower-case hexadecimal. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** 44 characters of base64. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
