package org.offereligibility.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTests {
    private static final Vocabulary VOCABULARY = new Vocabulary(List.of(
            new Vocabulary.Entry("round", "screen", "", "the screen"),
            new Vocabulary.Entry("round", "panel", "", "the panel"),
            new Vocabulary.Entry("criterion", "fit", "screen", "role fit"),
            new Vocabulary.Entry("criterion", "fit", "panel", "fit for the role"),
            new Vocabulary.Entry("criterion", "depth", "panel", "depth")));

    @Test
    void knowsItsWordsByKindAndOwner() {
        assertThat(VOCABULARY.kinds()).containsExactly("criterion", "round");
        assertThat(VOCABULARY.words("round")).containsExactly("screen", "panel");
        assertThat(VOCABULARY.words("criterion")).containsExactly("fit", "depth");
        assertThat(VOCABULARY.wordsOf("criterion", "panel")).containsExactly("fit", "depth");
        assertThat(VOCABULARY.wordsOf("criterion", "nowhere")).isEmpty();
        assertThat(VOCABULARY.has("criterion", "depth")).isTrue();
        assertThat(VOCABULARY.has("round", "depth")).isFalse();
        assertThat(VOCABULARY.has("criterion", "depth", "panel")).isTrue();
        assertThat(VOCABULARY.has("criterion", "depth", "screen")).isFalse();
        assertThat(VOCABULARY.has("signal", "depth")).isFalse();
    }

    @Test
    void readsAWordAloudAsTheFirstLineSays() {
        assertThat(VOCABULARY.reads("fit")).isEqualTo("role fit");
        assertThat(VOCABULARY.reads("unknown")).isEqualTo("unknown");
    }

    @Test
    void isEqualByItsEntries() {
        assertThat(new Vocabulary(VOCABULARY.entries())).isEqualTo(VOCABULARY).hasSameHashCodeAs(VOCABULARY);
        assertThat(new Vocabulary(List.of())).isNotEqualTo(VOCABULARY);
    }

    @ParameterizedTest
    @CsvSource({
        "pnael, panel",
        "Panel, panel",
        "panels, panel",
        "pane, panel",
        "scren, screen",
        "screening, screen",
        "kitchen, ",
        "x, ",
        "'', "
    })
    void findsTheNearestWordOrNone(String written, String nearest) {
        assertThat(Vocabulary.nearest(written, List.of("screen", "panel")).orElse(null))
                .isEqualTo(nearest);
    }

    @Test
    void takesTheFirstByNameOfTwoThatAreAsNear() {
        assertThat(Vocabulary.nearest("scoreX", List.of("scoreb", "scorea"))).contains("scorea");
    }
}
