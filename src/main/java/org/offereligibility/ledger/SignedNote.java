package org.offereligibility.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A text and who signed it (C2SP signed-note): the text, an empty line, one line for each signature.
 *
 * @param text ends with a line feed, which is signed too
 * @param signatures at least one; those of unknown keys are ignored when the note is checked
 */
public record SignedNote(String text, List<Signature> signatures) {
    /** Longer notes are refused unread: a checkpoint has some 200 bytes. */
    public static final int LONGEST = 65_536;

    /** More signatures than this are refused. */
    public static final int MOST_SIGNATURES = 100;

    private static final String SIGN = "\u2014 ";

    /**
     * @param name of the key
     * @param keyId the four bytes that name the key more exactly, as one number
     * @param bytes the signature itself; of Ed25519 64 bytes
     */
    public record Signature(String name, int keyId, byte[] bytes) {}

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** The whole note in UTF-8. */
    public byte[] bytes() {
        StringBuilder note = new StringBuilder(text).append('\n');
        for (Signature signature : signatures) {
            byte[] content = ByteBuffer.allocate(4 + signature.bytes().length)
                    .putInt(signature.keyId())
                    .put(signature.bytes())
                    .array();
            note.append(SIGN)
                    .append(signature.name())
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(content))
                    .append('\n');
        }
        return note.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException if this is no signed note; the message says why */
    public static SignedNote parse(byte[] note) {
        String all = utf8(note);
        int end = all.lastIndexOf("\n\n");
        if (end < 0 || all.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException("an empty line must stand between a note and its signatures");
        }
        if (end + 2 == all.length() || !all.endsWith("\n")) {
            throw new IllegalArgumentException("the note has no signature, or its last line is cut off");
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : all.substring(end + 2, all.length() - 1).split("\n", -1)) {
            signatures.add(signature(line));
            if (signatures.size() > MOST_SIGNATURES) {
                throw new IllegalArgumentException("the note has more than " + MOST_SIGNATURES + " signatures");
            }
        }
        return new SignedNote(all.substring(0, end + 1), signatures);
    }

    private static Signature signature(String line) {
        String[] words = line.startsWith(SIGN) ? line.substring(SIGN.length()).split(" ", -1) : new String[0];
        if (words.length != 2 || !Verifier.isName(words[0])) {
            throw new IllegalArgumentException("a line of signature is a long dash, a name and base64");
        }
        byte[] content = Base64Text.bytes(words[1]);
        if (content.length < 5) {
            throw new IllegalArgumentException("a signature is too short");
        }
        byte[] bytes = new byte[content.length - 4];
        int keyId = ByteBuffer.wrap(content).get(4, bytes).getInt();
        return new Signature(words[0], keyId, bytes);
    }

    private static String utf8(byte[] note) {
        if (note.length > LONGEST) {
            throw new IllegalArgumentException("the note is longer than " + LONGEST + " bytes");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(note))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException("the note is not UTF-8", malformed);
        }
    }
}
