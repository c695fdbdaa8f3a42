package org.offereligibility.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DossierPlacesTests {
    @Test
    void knowsWhatStandsWhere() {
        assertThat(DossierPlaces.known())
                .containsEntry("/offer/baseSalary", DossierPlaces.Kind.NUMBER)
                .containsEntry("/scores/*/score", DossierPlaces.Kind.WHOLE_NUMBER)
                .containsEntry("/rounds", DossierPlaces.Kind.LIST)
                .containsEntry("/rounds/*", DossierPlaces.Kind.OBJECT)
                .containsEntry("/rounds/*/interviewers/*/id", DossierPlaces.Kind.TEXT)
                .containsEntry("/asOf", DossierPlaces.Kind.INSTANT)
                .containsEntry("/offer/extendedAt", DossierPlaces.Kind.INSTANT)
                .containsEntry("/offer/exception", DossierPlaces.Kind.OBJECT)
                .doesNotContainKey("");
    }

    @Test
    void takesAnIndexForAnyEntryOnlyWhereAListIs() {
        assertThat(DossierPlaces.general("/rounds/12/interviewers/-/id")).isEqualTo("/rounds/*/interviewers/*/id");
        assertThat(DossierPlaces.general("/metadata/3")).isEqualTo("/metadata/3");
        assertThat(DossierPlaces.general("")).isEmpty();
        assertThat(DossierPlaces.kind("/scores/0/score")).contains(DossierPlaces.Kind.WHOLE_NUMBER);
        assertThat(DossierPlaces.kind("/scores/x/score")).isEmpty();
        assertThat(DossierPlaces.kind("/offer/0")).isEmpty();
    }

    @Test
    void namesEveryPropertyThatTheReaderKnows() {
        Set<String> names = new TreeSet<>();
        DossierPlaces.known().keySet().forEach(place -> names.add(place.substring(place.lastIndexOf('/') + 1)));
        names.remove("*");
        Set<String> read = new TreeSet<>();
        Shape.ALL.forEach(shape -> read.addAll(shape.names()));
        assertThat(names).isEqualTo(read);
    }
}
