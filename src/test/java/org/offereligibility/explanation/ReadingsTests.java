package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offereligibility.Golden;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Reason;
import org.offereligibility.dossier.Json;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.Versions;

/** The readings of one decision: none leaves out what its reader is owed. */
class ReadingsTests {
    private static final Optional<String> NOBODY = Optional.empty();

    @Test
    void theCommitteeReadsWhateverStandsInTheWayInEveryForm() {
        ReadingSamples.docket()
                .forEach(decision -> ReadingSamples.forTheCommittee(decision, NOBODY)
                        .forEach((form, page) -> {
                            String words = ReadingSamples.words(form, page);
                            for (Finding finding : inTheWay(decision)) {
                                assertThat(words)
                                        .as("%s of %s", form, decision.candidateId())
                                        .contains(ReadingSamples.inWords(finding.message()));
                            }
                        }));
    }

    @Test
    void theAuditorReadsEveryFindingAndEveryLeafOfItsReasonsInEveryForm() {
        ReadingSamples.docket()
                .forEach(decision -> ReadingSamples.forTheAuditor(decision, ReadingSamples.rules(decision))
                        .forEach((form, page) -> {
                            String words = form.equals("json") ? page : ReadingSamples.words(form, page);
                            for (Finding finding : decision.findings()) {
                                assertThat(words)
                                        .as("%s of %s", form, decision.candidateId())
                                        .contains(
                                                finding.code(),
                                                finding.effect().name(),
                                                finding.subject(),
                                                finding.section());
                                everything(finding.because())
                                        .forEach(reason -> assertThat(words)
                                                .as("%s of %s", form, decision.candidateId())
                                                .contains(told(reason, form)));
                            }
                            assertThat(words)
                                    .contains(
                                            decision.dossierHash(),
                                            decision.policy().hash(),
                                            decision.asOf().toString(),
                                            "Drools 10.2.0");
                        }));
    }

    /** What must be found of a reason, as it is written in that form. */
    private static String[] told(Reason reason, String form) {
        boolean json = form.equals("json");
        if (reason instanceof Reason.FromDossier given) {
            String value = DecisionJson.text(given.value());
            return json
                    ? new String[] {"\"pointer\":\"" + given.pointer() + "\",\"value\":" + value}
                    : new String[] {given.pointer(), ReadingSamples.inWords(value)};
        }
        if (reason instanceof Reason.FromPolicy row) {
            return json
                    ? new String[] {"\"file\":\"" + row.file() + "\",\"line\":" + row.line()}
                    : Stream.concat(Stream.of(row.file() + ", line " + row.line()), row.value().keySet().stream())
                            .toArray(String[]::new);
        }
        if (reason instanceof Reason.Derived derived) {
            return json
                    ? new String[] {
                        derived.fact(),
                        "\"name\":" + DecisionJson.text(derived.rule().name())
                    }
                    : new String[] {
                        derived.fact(),
                        ReadingSamples.inWords(derived.message()),
                        derived.rule().name() + (form.equals("html") ? "" : "\"") + ", "
                                + derived.rule().file() + ", line "
                                + derived.rule().line()
                    };
        }
        return new String[] {((Reason.Absent) reason).what()};
    }

    @Test
    void theAuditorReadsEachRuleAsItIsWritten() {
        ReadingSamples.docket().limit(40).forEach(decision -> {
            List<String> names = Stream.concat(
                            decision.findings().stream()
                                    .map(finding -> finding.rule().name()),
                            decision.findings().stream()
                                    .flatMap(finding -> everything(finding.because()))
                                    .filter(Reason.Derived.class::isInstance)
                                    .map(derived ->
                                            ((Reason.Derived) derived).rule().name()))
                    .distinct()
                    .toList();
            ReadingSamples.forTheAuditor(decision, ReadingSamples.rules(decision))
                    .forEach((form, page) -> {
                        String words = form.equals("json") ? page : ReadingSamples.words(form, page);
                        for (String name : names) {
                            String text = ReadingSamples.rules(decision)
                                    .rule(name)
                                    .orElseThrow()
                                    .text();
                            assertThat(words)
                                    .contains(
                                            form.equals("json")
                                                    ? DecisionJson.text(text)
                                                    : ReadingSamples.inWords(text));
                        }
                    });
        });
    }

    @Test
    void theAuditorsJsonBeginsWithTheDecisionsOwn() {
        ReadingSamples.docket().limit(40).forEach(decision -> {
            String json = DecisionJson.text(decision);
            assertThat(AuditorJson.text(decision, ReadingSamples.rules(decision)))
                    .startsWith(json.substring(0, json.length() - 1) + ",\"program\":\"");
        });
    }

    @Test
    void aRuleKeepsItsTextFromItsFirstLineToItsEnd() throws Exception {
        for (RuleSource rule : ReadingSamples.rules().rules()) {
            String file = Files.readString(Path.of("rules/pmm/2025-01-01", rule.file()));
            assertThat(rule.text()).startsWith("rule \"" + rule.name()).endsWith("\nend");
            assertThat(file.substring(0, file.indexOf(rule.text())).lines().count())
                    .isEqualTo(rule.line() - 1);
        }
    }

    @Test
    void theOrderOfListsChangesNothingButPlacesAndTheHash() {
        for (String dossier : ReadingSamples.docketLines().subList(0, 40)) {
            Decision one = ReadingSamples.PMM.decide(dossier);
            Decision other = ReadingSamples.PMM.decide(reversed(dossier));
            assertThat(withoutPlaces(
                            ReadingSamples.forTheCommittee(other, NOBODY).toString(), other))
                    .isEqualTo(withoutPlaces(
                            ReadingSamples.forTheCommittee(one, NOBODY).toString(), one));
            assertThat(withoutPlaces(
                            ReadingSamples.forTheAuditor(other, ReadingSamples.rules(other))
                                    .toString(),
                            other))
                    .isEqualTo(withoutPlaces(
                            ReadingSamples.forTheAuditor(one, ReadingSamples.rules(one))
                                    .toString(),
                            one));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"01-entertainment-first", "10b-voice-cloning-defended-once"})
    void aWholeAuditReadsAsItShould(String guide) throws Exception {
        Decision decision = ReadingSamples.PMM.decide(ReadingSamples.guide(guide));
        golden("audit-" + guide + ".txt", AuditorText.page(decision, ReadingSamples.rules(decision)), decision);
    }

    @Test
    void aWholePageOfEachFormReadsAsItShould() throws Exception {
        Decision decision = ReadingSamples.PMM.decide(ReadingSamples.guide("10b-voice-cloning-defended-once"));
        Map<String, String> pages = ReadingSamples.forTheAuditor(decision, ReadingSamples.rules(decision));
        golden("audit.md", String.valueOf(pages.get("markdown")), decision);
        golden("audit.html", String.valueOf(pages.get("html")), decision);
        golden("audit.json", pages.get("json") + "\n", decision);
        Decision byHand = ByHand.ofEveryKind();
        golden("page.html", CommitteeHtml.page(byHand, Optional.of("Ágnes Kovács"), List.of()), byHand);
    }

    /** Without what changes with every change of the policy, of the program's version and of the stylesheet. */
    private static void golden(String file, String page, Decision decision) throws IOException {
        Golden.assertEquals(
                "explanation/" + file,
                page.replace(decision.policy().hash(), "the policy's hash")
                        .replace(Versions.program(), "the program's version")
                        .replaceAll("(?s)<style>.*</style>", "<style></style>"));
    }

    @Test
    void theAuditorNeverReadsAName() throws Exception {
        try (Stream<Path> guides = Files.list(Path.of("fixtures/guide"))) {
            for (Path guide : (Iterable<Path>) guides.sorted()::iterator) {
                String dossier = Files.readString(guide);
                var matcher =
                        Pattern.compile("\"candidateName\":\\s*\"([^\"]+)\"").matcher(dossier);
                assertThat(matcher.find()).as(guide.toString()).isTrue();
                Decision decision = ReadingSamples.PMM.decide(dossier);
                assertThat(ReadingSamples.forTheAuditor(decision, ReadingSamples.rules(decision))
                                .toString())
                        .doesNotContain(matcher.group(1));
            }
        }
    }

    @Test
    void anAuditUnderOtherRulesThanThoseThatDecidedIsRefused() {
        Decision decision = ByHand.ofEveryKind();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditorText.page(decision, ReadingSamples.rules()))
                .withMessage("the decision was made by other rules than these");
    }

    private static List<Finding> inTheWay(Decision decision) {
        return Stream.of(Effect.BLOCK, Effect.MISSING, Effect.REFER)
                .flatMap(effect -> decision.findings(effect).stream())
                .toList();
    }

    private static Stream<Reason> everything(List<? extends Reason> reasons) {
        return reasons.stream()
                .flatMap(reason -> reason instanceof Reason.Derived derived
                        ? Stream.concat(Stream.of(reason), everything(derived.because()))
                        : Stream.of(reason));
    }

    private static String withoutPlaces(String pages, Decision decision) {
        // A longer place may wrap a line.
        return ReadingSamples.inWords(pages)
                .replace(decision.dossierHash(), "")
                .replace(decision.dossierHash().substring(7, 19), "")
                .replaceAll("/\\d+(?=[^\\d,]|$)", "/0");
    }

    /** The dossier with its own lists the other way round; lists within their entries stay as they are. */
    private static String reversed(String dossier) {
        Json.Obj json = (Json.Obj) ByHand.json(dossier);
        List<Json.Member> members = new ArrayList<>();
        for (Json.Member member : json.members()) {
            Json value = member.value();
            if (value instanceof Json.Arr list) {
                List<Json> items = new ArrayList<>(list.items());
                Collections.reverse(items);
                value = new Json.Arr(list.at(), items);
            }
            members.add(new Json.Member(member.at(), member.name(), value));
        }
        return DecisionJson.text(new Json.Obj(json.at(), members));
    }
}
