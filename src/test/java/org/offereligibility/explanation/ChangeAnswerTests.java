package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.offereligibility.Golden;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Fact;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonEdit;
import org.offereligibility.policy.PolicyHeader;

class ChangeAnswerTests {
    static ChangeSearch.Result search(Dossier dossier, Verdict wanted) {
        return ChangeSearch.search(
                Guide.PMM, dossier, dossier.asOf().orElse(Guide.JUDGED_AT), wanted, ChangeSearch.USUAL_BOUND);
    }

    private static ChangeSearch.Result nextBetter(Dossier dossier) {
        Verdict now = Guide.PMM
                .conclude(dossier, dossier.asOf().orElse(Guide.JUDGED_AT))
                .verdict();
        return search(dossier, ChangeSearch.nextBetter(now));
    }

    /** The third dossier of the guide, which is eligible, with such changes; a pointer alone takes away what stands there. */
    static Dossier third(String... edits) throws Exception {
        Dossier dossier = Guide.dossier("03");
        for (String edit : edits) {
            dossier = edit.contains("=") ? set(dossier, edit) : Guide.without(dossier, edit);
        }
        return dossier;
    }

    private static Dossier set(Dossier dossier, String edit) throws Exception {
        Edit.Set set = (Edit.Set) Edit.set(edit);
        return Guide.read(
                JsonEdit.set(dossier.json(), set.pointer(), set.value()).orElseThrow());
    }

    static Map<String, Dossier> variants() throws Exception {
        Map<String, Dossier> variants = new LinkedHashMap<>();
        variants.put("a base salary over its band", third("/offer/baseSalary=240000"));
        variants.put("a base salary under its band", third("/offer/baseSalary=180000"));
        variants.put(
                "equity over its band", third("/offer/equity/annualValue=70000", "/offer/equity/totalValue=280000"));
        variants.put("equity given twice that does not agree", third("/offer/equity/annualValue=70000"));
        variants.put(
                "a total that vests too fast",
                third("/offer/equity/annualValue", "/offer/equity/totalValue=228000", "/offer/vestingYears=3"));
        variants.put(
                "base salary and equity",
                third("/offer/baseSalary=240000", "/offer/equity/totalValue", "/offer/equity/annualValue=70000"));
        variants.put("a background check that is pending", third("/backgroundCheck=pending"));
        variants.put("no background check", third("/backgroundCheck"));
        variants.put(
                "a round that was not held",
                third(
                        "/rounds/4",
                        "/scores/17",
                        "/scores/16",
                        "/scores/15",
                        "/offer/extendedAt",
                        "/asOf=2025-03-27T09:00:00-07:00"));
        variants.put("an early round that was not held", third("/rounds/0", "/scores/1", "/scores/0"));
        variants.put("a score that nobody gave", third("/scores/15"));
        variants.put("a deliverable that was not handed in", third("/caseStudy/deliverables/3"));
        variants.put("no case study", third("/caseStudy"));
        variants.put("no profile", third("/profile"));
        variants.put("no band", third("/level=senior"));
        variants.put("no band, and a base salary over the other", third("/level=senior", "/offer/baseSalary=240000"));
        variants.put("no offer", third("/offer"));
        variants.put("not yet extended", third("/offer/extendedAt", "/backgroundCheck=pending"));
        return variants;
    }

    @Test
    void saysWhatWouldHaveToChange() throws Exception {
        StringBuilder text = new StringBuilder();
        for (Dossier dossier : Guide.all()) {
            tell(dossier.candidateId(), nextBetter(dossier), text);
        }
        for (Map.Entry<String, Dossier> variant : variants().entrySet()) {
            ChangeSearch.Result next = nextBetter(variant.getValue());
            tell(variant.getKey(), next, text);
            if (next.wanted() != Verdict.ELIGIBLE) {
                tell(variant.getKey() + ", to ELIGIBLE", search(variant.getValue(), Verdict.ELIGIBLE), text);
            }
        }
        Golden.assertEquals("explanation/change.txt", text.toString());
    }

    private static void tell(String title, ChangeSearch.Result result, StringBuilder text) {
        text.append("======== ").append(title).append(" ========\n");
        text.append(ChangeAnswer.of(result).text(80, false)).append('\n');
    }

    @Test
    void whatIsEligibleNeedsNoChange() throws Exception {
        ChangeSearch.Result result = nextBetter(third());
        assertThat(result.ways()).isEmpty();
        assertThat(result.exhausted()).isTrue();
        assertThat(ChangeAnswer.of(result).lead()).isEqualTo(List.of("Nothing: the verdict is ELIGIBLE as it stands."));
    }

    @Test
    void writesJson() throws Exception {
        StringBuilder json = new StringBuilder();
        for (String variant : List.of("base salary and equity", "a total that vests too fast", "no offer")) {
            json.append(ChangeAnswer.json(nextBetter(variants().get(variant)))).append('\n');
        }
        Golden.assertEquals("explanation/change.json", json.toString());
    }

    @Test
    void aSearchThatWasEndedEarlySaysSo() throws Exception {
        ChangeSearch.Result result =
                ChangeSearch.search(Guide.PMM, third("/offer/baseSalary=240000"), Guide.JUDGED_AT, Verdict.ELIGIBLE, 2);
        assertThat(result.exhausted()).isFalse();
        assertThat(result.ways()).isEmpty();
        assertThat(ChangeAnswer.of(result).text(80, false))
                .contains("Nothing that was tried would make it ELIGIBLE.")
                .contains("Not everything was tried: the search ended after two evaluations");
    }

    @Test
    void theOrderOfTheDossiersListsDoesNotMatter() throws Exception {
        for (Dossier dossier : variants().values()) {
            assertThat(ChangeAnswer.of(nextBetter(Guide.reversed(dossier))).text(80, false))
                    .isEqualTo(ChangeAnswer.of(nextBetter(dossier)).text(80, false));
        }
    }

    @Test
    void nothingChangesButWhatThePolicyLetsChangeAndWhatWasSubmittedStays() throws Exception {
        List<String> changeable = Guide.PMM.rules().header().changeable().stream()
                .map(PolicyHeader.Changeable::pointer)
                .toList();
        for (Dossier dossier : variants().values()) {
            ChangeSearch.Result result = nextBetter(dossier);
            for (ChangeSearch.Way way : result.ways()) {
                assertThat(way.then().verdict()).isGreaterThanOrEqualTo(result.wanted());
                Json changed = dossier.json();
                for (Change change : way.changes()) {
                    assertThat(change.puts())
                            .allMatch(put -> changeable.stream()
                                    .anyMatch(pointer -> put.pointer().equals(pointer)
                                            || put.pointer().equals(pointer + "/-")
                                            || dossier.json().at(pointer).isEmpty()
                                                    && put.pointer().startsWith(pointer + "/")));
                    for (Change.Put put : change.puts()) {
                        changed = JsonEdit.set(changed, put.pointer(), put.value())
                                .orElseThrow();
                    }
                }
                for (Fact fact : dossier.facts()) {
                    boolean submitted = fact instanceof Fact.Evidence || fact instanceof Fact.RoundHeld;
                    assertThat(!submitted || Guide.read(changed).facts().contains(fact))
                            .as("%s under %s", fact, way.changes())
                            .isTrue();
                }
            }
        }
    }
}
