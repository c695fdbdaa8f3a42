package org.offereligibility.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignedNoteTests {
    private final LedgerKey key = LedgerKey.generate("example");
    private final SignedNote note = key.sign(new Checkpoint("ledger", 3, Hash.EMPTY));

    @Test
    void noChangedByteKeepsItsSignature() {
        byte[] bytes = note.bytes();
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            try {
                assertThat(key.verifier().signed(SignedNote.parse(changed))).isFalse();
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageNotContaining("null");
            }
        }
    }

    @Test
    void hostileNotesAreRefused() {
        String good = new String(note.bytes(), StandardCharsets.UTF_8);
        refused(good.replace("\n\n", "\n"));
        refused(good.replace("\n", "\r\n"));
        refused(note.text() + "\n");
        refused("x".repeat(1_000_000));
        assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(new byte[] {(byte) 0xff}));
        for (String size : new String[] {"03", "+3", "-3", "", "99999999999999999999", "9223372036854775808"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Checkpoint.parse("a\n" + size + "\n" + Hash.EMPTY.base64() + "\n"));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.parse("a\n3\nAAAA\n"));
        assertThat(LedgerKey.generate("example").verifier().signed(note)).isFalse();
    }

    @Test
    void signaturesOfUnknownKeysAreIgnored() {
        LedgerKey stranger = LedgerKey.generate("stranger");
        SignedNote both = signed(note.text(), note, stranger.sign(note.text()));
        SignedNote read = SignedNote.parse(both.bytes());
        assertThat(read.bytes()).isEqualTo(both.bytes());
        assertThat(key.verifier().checkpoint(read)).contains(new Checkpoint("ledger", 3, Hash.EMPTY));
        assertThat(stranger.verifier().signed(read)).isTrue();
        assertThat(key.verifier().signed(stranger.sign(note.text()))).isFalse();
    }

    @Test
    void aKeyOfTheSameNameIsAnotherKey() {
        LedgerKey namesake = LedgerKey.generate("example");
        assertThat(key.verifier().signed(signed(note.text(), namesake.sign(note.text()), note)))
                .isTrue();
        assertThat(key.verifier().signed(namesake.sign(note.text()))).isFalse();
    }

    @Test
    void aFalseSignatureInTheKeysNameSpoilsTheNoteThoughAnotherHolds() {
        SignedNote other = key.sign("another text\n");
        assertThat(key.verifier().signed(signed(note.text(), note, other))).isFalse();
        assertThat(key.verifier().signed(signed(note.text(), other, note))).isFalse();
    }

    private static SignedNote signed(String text, SignedNote... notes) {
        return new SignedNote(
                text, Stream.of(notes).flatMap(one -> one.signatures().stream()).toList());
    }

    private static void refused(String note) {
        assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)));
    }
}
