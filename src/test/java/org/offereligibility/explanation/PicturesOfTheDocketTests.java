package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offereligibility.explanation.ByHand.decision;
import static org.offereligibility.explanation.ByHand.finding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.offereligibility.Evaluation;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Reason;
import org.offereligibility.explanation.Box.Outline;
import org.offereligibility.oracle.RandomDossiers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What must hold for the picture of every decision. */
class PicturesOfTheDocketTests {
    private static final Evaluation PMM = Evaluation.under("rules");
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void whatCouldTakeTheOfferAwayIsDrawnInFullForTheWholeDocket() {
        for (Decision decision : docket()) {
            DrawnPicture picture = DrawnPicture.of(DerivationPicture.svg(decision));
            List<String> drawn = picture.nodes(Outline.FINDING).stream()
                    .map(DrawnPicture.Place::words)
                    .toList();
            for (Finding finding : decision.findings()) {
                if (finding.effect().verdict() != Effect.SUPPORT.verdict()) {
                    assertThat(drawn)
                            .as(decision.candidateId())
                            .anyMatch(words -> words.startsWith(finding.effect() + " " + finding.message())
                                    && words.contains("line " + finding.rule().line()));
                    finding.because().forEach(reason -> assertIsThere(reason, finding, picture));
                    assertThat(picture.text("desc")).contains(finding.message());
                } else {
                    assertThat(all(picture)).contains(finding.message());
                }
            }
        }
    }

    /** Long texts are cut, so their beginnings are looked for. */
    private static void assertIsThere(Reason reason, Finding finding, DrawnPicture picture) {
        Statement statement = Statement.of(reason);
        boolean said = statement.under(finding.message()).noneMatch(statement::equals);
        if (!said) {
            assertThat(all(picture))
                    .contains(statement
                            .words()
                            .substring(0, Math.min(80, statement.words().length())));
        }
        if (reason instanceof Reason.Derived derived) {
            derived.because().forEach(below -> assertIsThere(below, finding, picture));
        }
    }

    @Test
    void inTheWholeDocketNothingOverlapsAndNothingLiesOutside() {
        for (Decision decision : docket()) {
            DrawnPictureLaws.assertHold(DerivationPicture.svg(decision));
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void whateverTheDossierNothingOverlapsAndNothingLiesOutside(@ForAll long seed) {
        String dossier = new RandomDossiers(seed).next();
        DrawnPictureLaws.assertHold(DerivationPicture.svg(PMM.decideByTheRulesOf2025("pmm", dossier)));
    }

    @Test
    void theOrderOfTheDossiersListsNeverMatters() throws Exception {
        for (String dossier :
                Files.readAllLines(Path.of("fixtures/docket.jsonl")).subList(0, 60)) {
            String reversed = JSON.writeValueAsString(reversed(JSON.readTree(dossier)));
            assertThat(reversed).isNotEqualTo(JSON.writeValueAsString(JSON.readTree(dossier)));
            assertThat(withoutPlaces(DerivationPicture.svg(PMM.decide(reversed))))
                    .isEqualTo(withoutPlaces(DerivationPicture.svg(PMM.decide(dossier))));
        }
    }

    private static JsonNode reversed(JsonNode json) {
        ObjectNode reversed = JSON.createObjectNode();
        json.properties().forEach(property -> {
            List<JsonNode> items = property.getValue().valueStream().collect(Collectors.toList());
            Collections.reverse(items);
            JsonNode value = property.getValue();
            reversed.set(
                    property.getKey(),
                    value.isArray()
                            ? items.stream().collect(JSON::createArrayNode, ArrayNode::add, ArrayNode::addAll)
                            : value);
        });
        return reversed;
    }

    /** The order of the lists is part of the dossier, so its hash and the places in it may differ. */
    private static String withoutPlaces(String svg) {
        return svg.replaceAll("in the dossier /[a-zA-Z]+/\\d+", "in the dossier")
                .replaceAll("Dossier sha256 \\w+", "");
    }

    @Test
    void aPictureNeedsNothingElseAndRunsNothing() {
        for (Decision decision : docket().subList(0, 20)) {
            assertThat(DerivationPicture.svg(decision).replace("xmlns='http://www.w3.org/2000/svg'", ""))
                    .doesNotContainPattern(
                            "(?i)href|url\\(|@import|@font-face|<script|<image|<foreignObject|https?:| on\\w+=");
        }
    }

    private static String all(DrawnPicture picture) {
        return picture.words().stream().map(DrawnPicture.Words::words).collect(Collectors.joining(" "));
    }

    private static List<Decision> docket() {
        return Docket.DECISIONS;
    }

    /** Decided once for all tests. */
    private static final class Docket {
        static final List<Decision> DECISIONS =
                lines().stream().map(PMM::decide).toList();

        private static List<String> lines() {
            try {
                return Files.readAllLines(Path.of("fixtures/docket.jsonl"));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
