package org.offereligibility.trial;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.offereligibility.dossier.DossierPlaces;
import org.offereligibility.dossier.Json;

/** What stands where in a dossier: facts, words, instants. */
final class Places {
    /** The name of no type: these say nothing to a rule. */
    private static final String NOTHING = "";

    private static final Map<String, Set<String>> FACTS = Map.ofEntries(
            Map.entry("candidateId", Set.of(NOTHING)),
            Map.entry("candidateName", Set.of(NOTHING)),
            Map.entry("metadata", Set.of(NOTHING)),
            Map.entry("role", Set.of("Role")),
            Map.entry("level", Set.of("Level")),
            Map.entry("asOf", Set.of("AsOf")),
            Map.entry("hiringTeam", Set.of("HiringTeamMember")),
            Map.entry("profile", Set.of("Profile", "Domain", "Accomplishment")),
            Map.entry("rounds", Set.of("RoundHeld", "Interviewer")),
            Map.entry("scores", Set.of("Score")),
            Map.entry("observations", Set.of("Observation")),
            Map.entry("challenges", Set.of("Challenge")),
            Map.entry("exercises", Set.of("Exercise")),
            Map.entry("caseStudy", Set.of("CaseBrief", "Deliverable")),
            Map.entry("backgroundCheck", Set.of("BackgroundCheck")),
            Map.entry(
                    "offer",
                    Set.of(
                            "Offer",
                            "BaseSalary",
                            "AnnualEquityGiven",
                            "TotalEquityGiven",
                            "Vesting",
                            "OfferExtended",
                            "OfferException")));
    private static final List<Duration> AWAY = List.of(
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(4),
            Duration.ofDays(8),
            Duration.ofDays(20));

    private Places() {}

    /** The types of facts that are read from under that member of a dossier; none where that is not known. */
    static Set<String> facts(String member) {
        return FACTS.getOrDefault(member, Set.of());
    }

    /** All types of facts that a dossier holds. */
    static Set<String> facts() {
        Set<String> all = new TreeSet<>();
        FACTS.values().forEach(all::addAll);
        return all;
    }

    /** The kind of word that stands at the pointer. */
    static String kind(String pointer) {
        String general = DossierPlaces.general(pointer).replace("/-", "/*");
        String named = general.endsWith("/*") ? general.substring(0, general.length() - 2) : general;
        String last = named.substring(named.lastIndexOf('/') + 1);
        if (last.equals("backgroundCheck")) {
            return "background-check";
        }
        return general.endsWith("/*") && last.endsWith("s") ? last.substring(0, last.length() - 1) : last;
    }

    /** All texts in a dossier. */
    static Set<String> texts(Json json) {
        Set<String> texts = new TreeSet<>();
        if (json instanceof Json.Obj object) {
            object.members().forEach(member -> texts.addAll(texts(member.value())));
        } else if (json instanceof Json.Arr array) {
            array.items().forEach(item -> texts.addAll(texts(item)));
        } else if (json instanceof Json.Str text) {
            texts.add(text.value());
        }
        return texts;
    }

    /** The words on the line of a file where something is edited, and within what is edited. */
    static Set<String> words(String text, int begin, int end) {
        int from = text.lastIndexOf('\n', Math.max(0, begin - 1)) + 1;
        int to = text.indexOf('\n', end);
        String line = text.substring(from, to < 0 ? text.length() : to);
        return new TreeSet<>(List.of(line.split("[^A-Za-z0-9-]+", -1)));
    }

    /** Instants before and after that one. */
    static List<String> instants(String instant) {
        List<String> others = new ArrayList<>();
        try {
            OffsetDateTime at = OffsetDateTime.parse(instant);
            for (Duration away : AWAY) {
                others.add(at.plus(away).toString());
                others.add(at.minus(away).toString());
            }
        } catch (DateTimeException none) {
            return List.of();
        }
        return others;
    }

    /** Numbers further away than this are not tried. */
    static BigDecimal far(BigDecimal from) {
        return from.abs().multiply(BigDecimal.TEN).add(BigDecimal.valueOf(100));
    }
}
