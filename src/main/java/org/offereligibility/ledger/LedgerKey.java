package org.offereligibility.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The key that signs a ledger's checkpoints (Ed25519), and the file it lives in, which only its owner may read. */
public final class LedgerKey {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final PrivateKey secret;
    private final Verifier verifier;

    private LedgerKey(PrivateKey secret, Verifier verifier) {
        this.secret = secret;
        this.verifier = verifier;
    }

    /**
     * A new key, kept nowhere.
     *
     * @throws IllegalArgumentException for a name with spaces or plus signs
     */
    public static LedgerKey generate(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
            return new LedgerKey(pair.getPrivate(), new Verifier(name, raw));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new AssertionError(everyPlatformHasIt);
        }
    }

    /**
     * The key in the file; where there is none, a new one is written there first. If several do so at once, all get one
     * and the same key: the file appears whole or not at all, and is never replaced.
     *
     * @param name of a new key
     * @throws IOException if the file cannot be read or written, or holds no key; the message says so plainly
     */
    public static LedgerKey in(Path file, String name) throws IOException {
        if (!Files.exists(file)) {
            generate(name).writeTo(file);
        }
        return read(file);
    }

    /** @throws IOException if the file cannot be read or holds no key */
    public static LedgerKey read(Path file) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() != 4
                    || !lines.get(1).equals(BEGIN)
                    || !lines.get(3).equals(END)) {
                throw new IllegalArgumentException("four lines were expected");
            }
            PrivateKey secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64Text.bytes(lines.get(2))));
            LedgerKey key = new LedgerKey(secret, Verifier.parse(lines.get(0)));
            if (!key.verifier.signed(key.sign("test\n"))) {
                throw new IllegalArgumentException("its two halves do not belong together");
            }
            return key;
        } catch (IllegalArgumentException
                | GeneralSecurityException
                | java.nio.charset.CharacterCodingException broken) {
            throw new IOException(
                    "The file " + file
                            + " should hold the key that signs the ledger, but it is damaged. Put it back from a"
                            + " backup: with a new key, earlier checkpoints could no longer be checked against it.",
                    broken);
        }
    }

    private void writeTo(Path file) throws IOException {
        String text = verifier.text() + "\n" + BEGIN + "\n"
                + Base64.getEncoder().encodeToString(secret.getEncoded()) + "\n" + END + "\n";
        Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".draft");
        try {
            try (FileChannel channel = FileChannel.open(
                    draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException otherWasFaster) {
            // the other's key is the key
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** The half that may be published. */
    public Verifier verifier() {
        return verifier;
    }

    /** @throws IllegalArgumentException unless the text ends with a line feed */
    public SignedNote sign(String text) {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("a note ends with a line feed");
        }
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return new SignedNote(
                    text, List.of(new SignedNote.Signature(verifier.name(), verifier.keyId(), signature.sign())));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the key of the ledger cannot sign", unusable);
        }
    }

    public SignedNote sign(Checkpoint checkpoint) {
        return sign(checkpoint.text());
    }
}
