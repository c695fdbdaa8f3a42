package org.offereligibility.ledger;

import java.util.Base64;

/** Base64 with one spelling for each text, so that no two notes or proofs mean the same bytes. */
final class Base64Text {
    private Base64Text() {}

    /** @throws IllegalArgumentException unless written exactly as RFC 4648, section 4 writes it, padded, no spare bits set */
    static byte[] bytes(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("this is not base64", malformed);
        }
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("this is not base64 as RFC 4648 writes it");
        }
        return bytes;
    }
}
