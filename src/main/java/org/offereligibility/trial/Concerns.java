package org.offereligibility.trial;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.TableRow;

/** Which places of a dossier, and which words, can matter to a rule. */
final class Concerns {
    /** The facts that are read from a place and what lies within it. */
    private static final Map<String, Set<String>> FACTS = Map.ofEntries(
            Map.entry("/level", Set.of("Level")),
            Map.entry("/asOf", Set.of("AsOf")),
            Map.entry("/hiringTeam", Set.of("HiringTeamMember")),
            Map.entry("/profile", Set.of("Profile", "Domain", "Accomplishment")),
            Map.entry("/profile/domains", Set.of("Domain")),
            Map.entry("/profile/accomplishments", Set.of("Accomplishment")),
            Map.entry("/rounds", Set.of("RoundHeld", "Interviewer")),
            Map.entry("/rounds/*/interviewers", Set.of("Interviewer")),
            Map.entry("/scores", Set.of("Score")),
            Map.entry("/observations", Set.of("Observation")),
            Map.entry("/challenges", Set.of("Challenge")),
            Map.entry("/exercises", Set.of("Exercise")),
            Map.entry("/caseStudy", Set.of("CaseBrief", "Deliverable")),
            Map.entry("/caseStudy/deliverables", Set.of("Deliverable")),
            Map.entry("/backgroundCheck", Set.of("BackgroundCheck")),
            Map.entry(
                    "/offer",
                    Set.of(
                            "Offer",
                            "BaseSalary",
                            "AnnualEquityGiven",
                            "TotalEquityGiven",
                            "Vesting",
                            "OfferExtended",
                            "OfferException")),
            Map.entry("/offer/baseSalary", Set.of("BaseSalary")),
            Map.entry("/offer/currency", Set.of("Offer")),
            Map.entry("/offer/equity", Set.of("AnnualEquityGiven", "TotalEquityGiven")),
            Map.entry("/offer/vestingYears", Set.of("Vesting")),
            Map.entry("/offer/extendedAt", Set.of("OfferExtended")),
            Map.entry("/offer/exception", Set.of("OfferException")));

    private final Set<String> types;
    private final Set<String> words;

    private Concerns(Set<String> types, Set<String> words) {
        this.types = types;
        this.words = words;
    }

    static Concerns of(Evaluator evaluator, RuleSource rule) {
        RuleSet rules = evaluator.rules();
        Set<String> types = evaluator.types(rule.name());
        Set<String> words = new HashSet<>();
        for (RuleSource one : rules.rules()) {
            if (one.name().equals(rule.name()) || types.contains(one.states().type())) {
                quoted(one.text(), words);
            }
        }
        for (TableRow row : rules.rows().values()) {
            if (types.contains(row.type().name())) {
                row.values().values().stream().map(String::valueOf).forEach(words::add);
            }
        }
        return new Concerns(types, words);
    }

    private static void quoted(String text, Collection<String> words) {
        java.util.regex.Matcher quoted =
                java.util.regex.Pattern.compile("\"([^\"\\\\]{1,60})\"").matcher(text);
        while (quoted.find()) {
            words.add(quoted.group(1));
        }
    }

    /** Words that the rule, or one that derives what it needs, asks for, or that stand in a table it reads. */
    Set<String> words() {
        return words.stream().collect(Collectors.toUnmodifiableSet());
    }

    /** Whether what stands at a place, with {@code *} for the entries of lists, can matter. */
    boolean is(String place) {
        for (String at = place; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Set<String> facts = FACTS.get(at);
            if (facts != null) {
                return facts.stream().anyMatch(types::contains)
                        || types.contains("Evidence")
                                && facts.stream()
                                        .anyMatch(Set.of("Score", "Observation", "Challenge", "Exercise")::contains);
            }
        }
        return false;
    }
}
