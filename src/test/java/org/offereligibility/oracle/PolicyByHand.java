package org.offereligibility.oracle;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The policy page for product marketing managers, read by a person and written down as plain Java. It shares nothing with
 * the product, neither rules nor arithmetic, so that where the two agree neither is merely repeating the other's mistake.
 * The dossier is taken to be valid; what is an input error is not judged here.
 */
public final class PolicyByHand {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private PolicyByHand() {}

    /** Reads a dossier so that no figure passes through binary floating point. */
    public static JsonNode read(String json) {
        return JSON.readTree(json);
    }

    /**
     * Judges a valid dossier of the role {@code pmm}.
     *
     * @param asOf the instant at which to judge a dossier that gives none of its own
     * @throws IllegalArgumentException if a figure was read as binary floating point
     */
    public static Judgement judge(JsonNode dossier, Instant asOf) {
        BigInteger judgedAt = dossier.has("asOf") ? Nanos.at(dossier.get("asOf").stringValue()) : Nanos.at(asOf);
        Sheet sheet = new Sheet(dossier, judgedAt);
        Map<String, SortedSet<String>> found = new LinkedHashMap<>();
        found.put("pass-criteria", PassCriteriaByHand.findings(sheet));
        found.put("narrative-alignment", NarrativeByHand.findings(sheet));
        found.put("compensation", CompensationByHand.findings(sheet));
        found.put("process", ProcessByHand.findings(sheet));

        Map<String, String> sections = new LinkedHashMap<>();
        SortedSet<String> all = new TreeSet<>();
        found.forEach((section, findings) -> {
            sections.put(section, verdict(findings));
            all.addAll(findings);
        });
        return new Judgement(verdict(all), sections, all);
    }

    private static String verdict(Collection<String> findings) {
        if (anyOf(findings, "BLOCK")) {
            return "INELIGIBLE";
        }
        if (anyOf(findings, "MISSING")) {
            return "INCOMPLETE";
        }
        return anyOf(findings, "REFER") ? "REFER" : "ELIGIBLE";
    }

    private static boolean anyOf(Collection<String> findings, String effect) {
        return findings.stream().anyMatch(finding -> finding.split(" ", 3)[1].equals(effect));
    }
}
