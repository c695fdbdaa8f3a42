package org.offereligibility.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
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

    private static void refused(String note) {
        assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)));
    }
}
