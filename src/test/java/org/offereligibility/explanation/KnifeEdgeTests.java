package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.offereligibility.Golden;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.JsonEdit;

class KnifeEdgeTests {
    /** Above all marks, so that no score is at an edge. */
    private static final String FAR_FROM_ITS_MARK = "/scores/15/score=5";

    private static List<KnifeEdge.Edge> edges(Dossier dossier) {
        return KnifeEdge.of(Guide.PMM, dossier, Guide.JUDGED_AT);
    }

    private static Dossier sound(String... edits) throws Exception {
        Dossier dossier = Guide.without(Guide.dossier("01"), "/observations/0");
        for (String edit : edits) {
            Edit.Set set = (Edit.Set) Edit.set(edit);
            dossier = Guide.read(
                    JsonEdit.set(dossier.json(), set.pointer(), set.value()).orElseThrow());
        }
        return dossier;
    }

    @Test
    void saysWhatIsAtTheEdgeInTheGuidesDossiers() throws Exception {
        StringBuilder text = new StringBuilder();
        for (Dossier dossier : Guide.all()) {
            text.append(dossier.candidateId()).append('\n');
            text.append(KnifeEdge.text(edges(dossier), 80, false));
        }
        Dossier atTheTop = sound("/offer/baseSalary=230000", "/scores/2/score=3", "/offer/equity/annualValue=45000");
        text.append("at the edges\n").append(KnifeEdge.text(edges(atTheTop), 80, false));
        text.append(KnifeEdge.text(edges(atTheTop), 40, false));
        text.append(KnifeEdge.json(edges(atTheTop))).append('\n');
        Golden.assertEquals("explanation/knife-edge.txt", text.toString());
    }

    @Test
    void aSalaryAtTheTopOfItsBandIsAtTheEdge() throws Exception {
        assertThat(edges(sound("/offer/baseSalary=230000", FAR_FROM_ITS_MARK)))
                .singleElement()
                .satisfies(edge -> {
                    assertThat(edge.changed()).isEqualTo(Exact.of(231_000));
                    assertThat(edge.after()).isEqualTo(Verdict.INELIGIBLE);
                    assertThat(edge.sentence())
                            .isEqualTo("The base salary of 230,000 is at the edge: 1,000 more and the verdict would be"
                                    + " INELIGIBLE (base-salary-above-band).");
                });
    }

    @Test
    void aSalaryInTheMiddleOfItsBandIsNot() throws Exception {
        assertThat(edges(sound(FAR_FROM_ITS_MARK))).isEmpty();
        assertThat(KnifeEdge.text(List.of(), 80, false)).isEmpty();
        assertThat(KnifeEdge.json(List.of())).isEqualTo("[]");
    }

    @Test
    void aSalaryJustOverItsBandIsAtTheEdgeFromTheOtherSide() throws Exception {
        assertThat(edges(sound("/offer/baseSalary=230500", FAR_FROM_ITS_MARK)))
                .singleElement()
                .satisfies(edge -> {
                    assertThat(edge.after()).isEqualTo(Verdict.ELIGIBLE);
                    assertThat(edge.sentence())
                            .endsWith("1,000 less and the verdict would be ELIGIBLE (no longer"
                                    + " base-salary-above-band).");
                });
    }

    @Test
    void anAmountThatIsGivenTwiceIsHeldByTheOtherAndNotAtAnEdge() throws Exception {
        assertThat(edges(sound("/offer/equity/totalValue=208000", FAR_FROM_ITS_MARK)))
                .isEmpty();
    }

    @Test
    void everyEdgeIsConfirmedByTheChangedDossier() throws Exception {
        for (Dossier dossier : Guide.all()) {
            for (KnifeEdge.Edge edge : edges(dossier)) {
                WhatIf.Answer answer = WhatIf.ask(
                        Guide.PMM, dossier, Guide.JUDGED_AT, List.of(Edit.set(edge.pointer() + "=" + edge.changed())));
                assertThat(((WhatIf.Answer.Compared) answer).after().verdict()).isEqualTo(edge.after());
                assertThat(((WhatIf.Answer.Compared) answer).before().verdict()).isEqualTo(edge.before());
            }
        }
    }

    @Test
    void theOrderOfTheDossiersListsDoesNotMatter() throws Exception {
        for (Dossier dossier : Guide.all()) {
            assertThat(KnifeEdge.text(edges(Guide.reversed(dossier)), 80, false))
                    .isEqualTo(KnifeEdge.text(edges(dossier), 80, false));
        }
    }
}
