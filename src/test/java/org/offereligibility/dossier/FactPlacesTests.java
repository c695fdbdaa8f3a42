package org.offereligibility.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.offereligibility.Evaluation;

/** The place that each type of fact is said to have is that from which facts of the type are read. */
class FactPlacesTests {
    @Test
    void eachFactStandsAtThePlaceOfItsType() throws Exception {
        Reading reading = Evaluation.under("rules")
                .read(Files.readString(Path.of("src/test/resources/org/offereligibility/dossier/whole.json")));
        Dossier whole = ((Reading.Accepted) reading).dossier();
        assertThat(whole.facts())
                .allSatisfy(fact -> assertThat(FactPlaces.of(fact.getClass().getSimpleName()))
                        .hasValue(DossierPlaces.general(fact.pointer())));
        Set<String> types = whole.facts().stream()
                .map(fact -> fact.getClass().getSimpleName())
                .collect(Collectors.toSet());
        assertThat(types).hasSizeGreaterThan(18);
    }

    @Test
    void theBoundsOfANumberAreThoseOfTheSchema() {
        assertThat(FactPlaces.of("Score", "score").flatMap(DossierPlaces::bounds))
                .hasValue(new DossierPlaces.Bounds(Optional.of(Exact.of(1)), true, Optional.of(Exact.of(5)), true));
        assertThat(FactPlaces.of("BaseSalary", "amount").flatMap(DossierPlaces::bounds))
                .hasValueSatisfying(bounds -> assertThat(bounds.lowIn()).isFalse());
        assertThat(FactPlaces.of("Level", "level").flatMap(DossierPlaces::bounds))
                .isEmpty();
    }
}
