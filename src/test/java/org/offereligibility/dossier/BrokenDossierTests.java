package org.offereligibility.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrokenDossierTests {
    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        String told = String.join("\n", Samples.problems(Samples.text("very-broken.json"))) + "\n";
        assertThat(told).isEqualTo(Samples.text("very-broken.txt"));
    }
}
