package org.offereligibility.oracle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Valid dossiers for the role {@code pmm}, made up to lie on the edges of the policy page: a nanosecond, a
 * ten-thousandth, a minute on either side of every limit. About half are sound throughout or but for a part or two, so
 * that rare findings also decide alone. The same seed gives the same dossiers on any machine.
 */
public final class RandomDossiers {
    /** A good instant at which to judge the dossiers without one of their own: some are overdue then and some not. */
    public static final Instant JUDGED_AT = Instant.parse("2025-01-30T00:00:00Z");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> DELIVERABLES =
            List.of("gtm-strategy", "user-segmentation", "positioning", "success-metrics");
    private static final List<String> ACCOMPLISHMENTS =
            List.of("led-gtm-launch", "translated-technical-capability", "operated-with-sparse-data", "product-depth");
    private static final List<String> DOMAINS_AT_HOME = List.of("ai-ml-products", "developer-platforms", "consumer-ai");
    private static final List<String> DOMAINS_ADJACENT = List.of("b2b-saas", "brand-marketing");

    private final Dice dice;
    private final RandomInstants instants;

    public RandomDossiers(long seed) {
        dice = new Dice(seed);
        instants = new RandomInstants(dice);
    }

    /** The next dossier, as the text of a JSON object. */
    public String next() {
        dice.newDossier();
        RandomRounds rounds = new RandomRounds(dice, instants);
        ObjectNode dossier = JsonNodeFactory.instance.objectNode();
        dossier.put("candidateId", dice.oneOf("cand-", "Ωμέγα ", "7/") + dice.below(100_000));
        dossier.put("role", "pmm");
        about(dossier);
        present(dossier, "rounds", rounds.json());
        hiringTeam(dossier, rounds);
        RandomEvidence evidence = new RandomEvidence(dice, rounds);
        present(dossier, "scores", evidence.scores());
        present(dossier, "observations", evidence.observations());
        present(dossier, "challenges", evidence.challenges());
        present(dossier, "exercises", Prose.exercises(dice, rounds));
        caseStudy(dossier, rounds);
        profile(dossier);
        backgroundCheck(dossier);
        dice.newPart();
        if (!dice.mishap()) {
            dossier.set("offer", new RandomOffers(dice, instants).offer(rounds.lastEnd()));
        }
        asOf(dossier, rounds);
        return JSON.writeValueAsString(reordered(dossier));
    }

    private void about(ObjectNode dossier) {
        dice.newPart();
        dossier.put("level", dice.mishap() ? dice.oneOf("senior", "Mid", "mid ", "junior/1") : "mid");
        if (dice.chance(0.3)) {
            dossier.put("schemaVersion", "1");
        }
        if (dice.chance(0.3)) {
            dossier.put("candidateName", Prose.some(dice));
        }
        if (dice.chance(0.2)) {
            dossier.set("metadata", Prose.metadata(dice));
        }
    }

    /** An empty array and no array at all say the same. */
    private void present(ObjectNode dossier, String name, ArrayNode entries) {
        if (!entries.isEmpty() || dice.chance(0.5)) {
            dossier.set(name, entries);
        }
    }

    private void hiringTeam(ObjectNode dossier, RandomRounds rounds) {
        dice.newPart();
        if (dice.chance(0.1)) {
            present(dossier, "hiringTeam", JsonNodeFactory.instance.arrayNode());
            return;
        }
        List<String> team = new ArrayList<>(dice.some(List.of("team-1", "team-2", "Panel-0", "panel-0 "), 0.5));
        team.add("team-0");
        for (String panelist : rounds.panelists()) {
            if (dice.mishap()) {
                team.add(panelist);
            }
        }
        dossier.set("hiringTeam", dice.words(team));
    }

    private void caseStudy(ObjectNode dossier, RandomRounds rounds) {
        dice.newPart();
        if (dice.mishap()) {
            return;
        }
        Instant start = rounds.caseStart();
        Instant brief = switch (dice.below(4)) {
            case 0 -> start.minus(Duration.ofHours(48)).minusNanos(dice.below(2));
            case 1 -> instants.near(start.minus(Duration.ofHours(72)));
            case 2 -> start.minus(Duration.ofHours(dice.oneOf(60, 200)));
            default -> start.minus(Duration.ofHours(60)).minusNanos(dice.below(1_000_000_000));
        };
        if (dice.mishap()) {
            brief = dice.oneOf(
                    start.minus(Duration.ofHours(48)).plusNanos(1),
                    start.minus(Duration.ofHours(10)),
                    start.plusSeconds(1));
        }
        List<String> delivered = dice.mishap() ? dice.some(DELIVERABLES, 0.7) : DELIVERABLES;
        ObjectNode caseStudy = dossier.putObject("caseStudy");
        caseStudy.put("feature", Prose.some(dice)).put("briefSentAt", instants.written(brief));
        caseStudy.set("deliverables", dice.words(delivered));
    }

    private void profile(ObjectNode dossier) {
        dice.newPart();
        if (dice.mishap()) {
            return;
        }
        ObjectNode profile = dossier.putObject("profile");
        profile.put(
                "yearsOfExperience",
                new BigDecimal(dice.oneOf("3", "3.0", "7", "7.00", "5", "4.25", "2.9999", "7.0001", "0", "70")));
        List<String> domains = new ArrayList<>();
        boolean atHome = !dice.mishap() && !dice.chance(0.1);
        if (atHome) {
            domains.add(dice.oneOf(DOMAINS_AT_HOME));
            domains.addAll(dice.some(DOMAINS_AT_HOME, 0.2));
        }
        if (!atHome || dice.chance(0.3)) {
            domains.addAll(dice.some(DOMAINS_ADJACENT, 0.6));
            domains.addAll(dice.some(List.of("other"), 0.2));
        }
        profile.set("domains", dice.words(domains.stream().distinct().toList()));
        List<String> accomplishments = dice.some(ACCOMPLISHMENTS, 0.4);
        if (!accomplishments.isEmpty() || dice.chance(0.5)) {
            profile.set("accomplishments", dice.words(accomplishments));
        }
        if (!atHome && !dice.mishap()) {
            bridge(dossier);
        }
    }

    /** Curiosity seen in a round of its own accord, for a candidate from another field. */
    private void bridge(ObjectNode dossier) {
        if (dossier.get("observations") instanceof ArrayNode observations && !observations.isEmpty()) {
            observations
                    .addObject()
                    .put("round", observations.get(0).get("round").stringValue())
                    .put("signal", "demonstrated-curiosity")
                    .put("observer", "rater-0");
        }
    }

    private void backgroundCheck(ObjectNode dossier) {
        dice.newPart();
        String state = dice.mishap() ? dice.oneOf("clear", "pending", "adverse", "not-started", "absent") : "clear";
        if (!state.equals("absent")) {
            dossier.put("backgroundCheck", state);
        }
    }

    private void asOf(ObjectNode dossier, RandomRounds rounds) {
        if (dice.chance(0.3)) {
            return;
        }
        Instant due = rounds.lastEnd().plus(Duration.ofHours(48));
        Instant asOf = dice.chance(0.7) ? instants.near(due) : due.plus(Duration.ofDays(dice.between(-40, 10)));
        dossier.put("asOf", instants.written(asOf));
    }

    private ObjectNode reordered(ObjectNode dossier) {
        ObjectNode reordered = JsonNodeFactory.instance.objectNode();
        dice.shuffled(List.copyOf(dossier.propertyNames())).forEach(name -> reordered.set(name, dossier.get(name)));
        return reordered;
    }
}
