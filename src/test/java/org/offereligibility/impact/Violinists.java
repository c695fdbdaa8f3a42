package org.offereligibility.impact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Intake;
import org.offereligibility.dossier.Moment;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RulesUnusable;

/** A small policy and what may become of it, and dossiers for it. */
final class Violinists {
    static final Optional<Path> CACHE = Optional.of(Path.of("target/rules-cache"));
    static final Moment NOW = Moment.parse("2025-06-01T00:00:00Z");
    static final PolicyFolder FOLDER = read();
    static final RuleSet OLD = rules(FOLDER);
    /** Pays up to two thousand more. */
    static final RuleSet HIGHER = rules(edited(FOLDER, "fees.csv", "68,000", "70,000"));
    /** Changed in its tables, its rules and its words. */
    static final RuleSet OTHER = rules(edited(
            edited(
                    edited(
                            edited(FOLDER, "fees.csv", "68,000", "66,000"),
                            "violinist.drl",
                            "@effect(\"BLOCK\") @section(\"artistry\")",
                            "@effect(\"REFER\") @section(\"artistry\")"),
                    "violinist.drl",
                    "rule \"A fee outside",
                    """
                    rule "A candidate of whom nothing was heard cannot be judged"
                        @code("not-heard") @effect("MISSING") @section("artistry") @source("agreement")
                        @says("Nobody has heard the candidate yet.")
                        @tells("You have not played for us yet.")
                    when
                        not Score()
                    then
                        insert(new Finding("candidate"));
                    end

                    rule "A fee outside"""),
            "vocabulary.csv",
            "signal,rushed",
            "signal,dragged,,dragged,Fell behind the others\nsignal,rushed"));

    private Violinists() {}

    private static PolicyFolder read() {
        try {
            return PolicyFolder.read(Path.of("src/test/resources/second-role/violinist/2024-09-01"));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    static RuleSet rules(PolicyFolder folder) {
        try {
            return RuleSet.of(folder, CACHE);
        } catch (RulesUnusable unusable) {
            throw new AssertionError(unusable.problems().toString(), unusable);
        }
    }

    static PolicyFolder edited(PolicyFolder folder, String file, String from, String to) {
        String text = new String(Objects.requireNonNull(folder.files().get(file)), StandardCharsets.UTF_8);
        if (!text.contains(from)) {
            throw new AssertionError(from + " is not in " + file);
        }
        return folder.with(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    static String dossier(String id, String fee, String scores, String observations) {
        return """
                {"candidateId": "%s", "candidateName": "Secret Name", "role": "violinist", "level": "tutti", "scores": [%s], "observations": [%s], "offer": {"baseSalary": %s, "currency": "EUR", "equity": {"annualValue": 0}, "vestingYears": 1}}""".formatted(id, scores, observations, fee);
    }

    static String score(String round, String criterion, int score) {
        return "{\"round\": \"%s\", \"criterion\": \"%s\", \"score\": %d, \"interviewer\": \"leader-7\", \"evidence\": \"Secret Note\"}"
                .formatted(round, criterion, score);
    }

    static String seen(String signal) {
        return "{\"round\": \"chamber-session\", \"signal\": \"%s\", \"observer\": \"leader-7\", \"note\": \"Secret Note\"}"
                .formatted(signal);
    }

    static List<String> random(int count, long seed) {
        Random random = new Random(seed);
        List<String> dossiers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> scores = new ArrayList<>();
            if (random.nextInt(4) > 0) {
                scores.add(score("blind-audition", "intonation", 3 + random.nextInt(3)));
            }
            if (random.nextInt(3) > 0) {
                scores.add(score("chamber-session", "listening", 3 + random.nextInt(3)));
            }
            dossiers.add(dossier(
                    "v-" + i,
                    String.valueOf(51_500 + 250 * random.nextInt(75)),
                    String.join(", ", scores),
                    random.nextInt(4) == 0 ? seen("rushed") : ""));
        }
        return dossiers;
    }

    static List<Intake.Item> items(List<String> dossiers) {
        List<Intake.Item> items = new ArrayList<>();
        for (int i = 0; i < dossiers.size(); i++) {
            items.add(new Intake.Item.Text(
                    new Entry("past.jsonl", i + 1, dossiers.get(i).getBytes(StandardCharsets.UTF_8))));
        }
        return items;
    }

    /** All of it, with everybody told. */
    static Impact impact(RuleSet before, RuleSet after, List<Intake.Item> items) {
        Comparison comparison = new Comparison(before, after, CACHE);
        Impact impact = new Impact(comparison, 1_000);
        items.forEach(item -> impact.add(comparison.compare(item, NOW, true)));
        return impact;
    }
}
