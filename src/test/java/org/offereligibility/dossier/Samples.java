package org.offereligibility.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A whole dossier, a vocabulary to read it by, and short ways to read. */
final class Samples {
    static final Moment EVALUATION = Moment.parse("2025-05-01T00:00:00Z");
    static final Vocabulary VOCABULARY = vocabulary();

    private Samples() {}

    static String text(String resource) {
        try (InputStream in = Samples.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Entry entry(String text) {
        return new Entry("a.json", 1, text.getBytes(StandardCharsets.UTF_8));
    }

    static Json json(String text) {
        return ((JsonText.Parsed.Tree) JsonText.parse(entry(text))).json();
    }

    static Reading read(String text) {
        return DossierReader.read(entry(text), Samples::inForce, EVALUATION);
    }

    static Dossier accepted(String text) {
        Reading reading = read(text);
        if (reading instanceof Reading.Refused refused) {
            throw new AssertionError("refused: " + refused.problems());
        }
        return ((Reading.Accepted) reading).dossier();
    }

    /** The problems of a dossier, as they are shown; none if it is accepted. */
    static List<String> problems(String text) {
        return read(text) instanceof Reading.Refused refused
                ? refused.problems().stream().map(Problem::toString).toList()
                : List.of();
    }

    /** The whole dossier with one piece of its text replaced, which must be there. */
    static String wholeWith(String before, String after) {
        String whole = text("whole.json");
        if (!whole.contains(before)) {
            throw new AssertionError("no such piece: " + before);
        }
        return whole.replace(before, after);
    }

    static Vocabulary inForce(String role, Moment asOf) throws Vocabularies.NotInForce {
        if (!role.equals("pmm")) {
            throw new Vocabularies.NotInForce("/role", "there is no policy for the role " + Quoted.of(role));
        }
        if (asOf.compareTo(Moment.parse("2025-01-01T00:00:00Z")) < 0) {
            throw new Vocabularies.NotInForce("/asOf", "no version is in force on that day");
        }
        return VOCABULARY;
    }

    private static Vocabulary vocabulary() {
        List<Vocabulary.Entry> entries = new ArrayList<>();
        Map<String, List<String>> criteria = Map.of(
                "recruiter-screen", List.of("role-fit", "curiosity"),
                "case-presentation", List.of("assumption-testing", "user-model-fidelity"),
                "executive-review", List.of("narrative-alignment"));
        for (String round : List.of("recruiter-screen", "case-presentation", "executive-review")) {
            entries.add(new Vocabulary.Entry("round", round, "", round.replace('-', ' ')));
            criteria.get(round)
                    .forEach(word ->
                            entries.add(new Vocabulary.Entry("criterion", word, round, word.replace('-', ' '))));
        }
        add(entries, "signal", "behavioural-evidence", "phased-rollout", "thinks-in-years", "thinks-in-quarters");
        add(entries, "signal", "updated-belief", "blamed-execution", "metric-to-implication", "reductive-framing");
        add(entries, "signal", "direct-user-observation");
        add(entries, "domain", "ai-ml-products", "developer-platforms", "consumer-ai", "b2b-saas", "other");
        add(entries, "accomplishment", "led-gtm-launch", "product-depth");
        add(entries, "function", "recruiter", "hiring-manager", "growth-marketer", "executive", "other");
        add(entries, "deliverable", "gtm-strategy", "user-segmentation", "positioning", "success-metrics");
        add(entries, "topic", "ethical", "technical", "market");
        add(entries, "response", "recalibrated", "defended", "not-considered");
        add(entries, "outcome", "advance", "reject");
        add(entries, "background-check", "clear", "pending", "adverse", "not-started");
        return new Vocabulary(entries);
    }

    private static void add(List<Vocabulary.Entry> entries, String kind, String... words) {
        for (String word : words) {
            entries.add(new Vocabulary.Entry(kind, word, "", word.replace('-', ' ')));
        }
    }
}
