package org.offereligibility.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What is sealed is fixed to the bit and shows nothing. */
class CommitmentTests {
    @Test
    void isTheHashOfATagTheSaltAndTheContent() throws Exception {
        byte[] salt = new byte[32];
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update("offer-eligibility commitment v1\n".getBytes(StandardCharsets.US_ASCII));
        digest.update(salt);
        digest.update((byte) 'x');
        assertThat(Commitment.of(salt, new byte[] {'x'}).text())
                .isEqualTo("sha256-salted:" + HexFormat.of().formatHex(digest.digest()));
    }

    @Property(tries = 200)
    void everyBitOfSaltAndContentCounts(@ForAll @Size(32) byte[] salt, @ForAll @Size(max = 20) byte[] content) {
        Commitment whole = Commitment.of(salt, content);
        assertThat(Commitment.parse(whole.text())).isEqualTo(whole);
        for (int bit = 0; bit < 8 * salt.length; bit++) {
            assertThat(Commitment.of(flipped(salt, bit), content)).isNotEqualTo(whole);
        }
        for (int bit = 0; bit < 8 * content.length; bit++) {
            assertThat(Commitment.of(salt, flipped(content, bit))).isNotEqualTo(whole);
        }
        assertThat(Commitment.of(salt, Arrays.copyOf(content, content.length + 1)))
                .isNotEqualTo(whole);
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] changed = bytes.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        return changed;
    }

    @Test
    void saltsAreFreshAndOfOneLength() {
        SecureRandom random = new SecureRandom();
        assertThat(Commitment.salt(random)).hasSize(32).isNotEqualTo(Commitment.salt(random));
        for (int length : new int[] {0, 31, 33}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Commitment.of(new byte[length], new byte[0]));
        }
    }

    @Test
    void onlyItsOwnSpellingIsRead() {
        String text = Commitment.of(new byte[32], new byte[0]).text();
        for (String other : new String[] {
            "",
            "sha256-salted:",
            text + "0",
            text.substring(1),
            text.substring(0, text.length() - 1),
            text.replace("sha256-salted", "sha256"),
            "sha256-salted:" + text.substring(14).toUpperCase(java.util.Locale.ROOT)
        }) {
            assertThatIllegalArgumentException().isThrownBy(() -> Commitment.parse(other));
        }
    }
}
