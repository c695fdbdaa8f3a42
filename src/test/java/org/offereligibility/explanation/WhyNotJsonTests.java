package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.offereligibility.Golden;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.WhyNot;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Moment;

class WhyNotJsonTests {
    private static final Decision.PolicyVersion POLICY = new Decision.PolicyVersion("pmm", "2025-01-01", "hash");

    private static String json(Dossier dossier) {
        Moment asOf = dossier.asOf().orElse(Guide.JUDGED_AT);
        return WhyNotJson.text(Guide.PMM.whyNot(dossier, asOf), dossier, POLICY, asOf);
    }

    private static String withoutPlaces(String json) {
        return json.replaceAll("\"pointer\":\"[^\"]*\"", "").replaceAll("\"dossierHash\":\"[^\"]*\"", "");
    }

    @Test
    void theOrderOfListsMattersNotButForPointersAndTheHash() throws Exception {
        for (Dossier given : Guide.all()) {
            Dossier dossier = Guide.read(given.json());
            assertThat(withoutPlaces(json(Guide.reversed(dossier)))).isEqualTo(withoutPlaces(json(dossier)));
        }
    }

    @Test
    void theOrderOfListsMattersNotForARuleThatHoldsElsewhere() throws Exception {
        Dossier dossier = Guide.read(Guide.dossier("10a").json());
        for (String code : List.of("inflexible-under-challenge", "aligned-framing", "profile-strength")) {
            assertThat(withoutPlaces(ofCode(Guide.reversed(dossier), code)))
                    .isEqualTo(withoutPlaces(ofCode(dossier, code)));
        }
    }

    private static String ofCode(Dossier dossier, String code) {
        List<WhyNot> all = Guide.PMM.whyNot(dossier, Guide.JUDGED_AT, code);
        return WhyNotJson.text(all, dossier, POLICY, Guide.JUDGED_AT);
    }

    @Test
    void saysForEveryRuleWhatStandsInItsWay() throws Exception {
        String text = ofCode(Guide.dossier("01"), "base-salary-above-band")
                + "\n"
                + ofCode(Guide.dossier("01"), "domain-gap")
                + "\n"
                + ofCode(Guide.dossier("01"), "experience-outside-range")
                + "\n";
        Golden.assertEquals("explanation/why-not.json", text.replace("},{", "},\n{"));
    }
}
