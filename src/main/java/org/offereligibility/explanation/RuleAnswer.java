package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.WhyNot;

/** Why rules hold in a dossier, and why not. */
public final class RuleAnswer {
    private RuleAnswer() {}

    /** Of the rules of one code: what they found and because of what; and why they did not find more. */
    public static Answer of(Decision decision, String code, List<WhyNot> whyNot) {
        List<Answer.Chapter> chapters = new ArrayList<>();
        for (Page.Chapter chapter : Page.of(decision, Optional.empty()).chapters()) {
            for (Page.Entry entry : chapter.entries()) {
                if (entry.code().equals(Printable.of(code))) {
                    chapters.add(
                            new Answer.Chapter(entry.message().replaceFirst("\\.$", ""), entry.tag(), entry.because()));
                }
            }
        }
        int found = chapters.size();
        chapters.addAll(WhyNotAnswer.of("", List.of(), whyNot).chapters());
        String lead = found == 0
                ? "It does not hold."
                : "It holds " + (found == 1 ? "once" : Words.count(found) + " times")
                        + (whyNot.isEmpty() ? "." : ", and for what else it speaks of it does not.");
        return new Answer(
                heading(decision, "`" + Printable.of(code) + "`"),
                List.of(lead),
                chapters,
                json(decision, Optional.of(code), whyNot));
    }

    /** Of one code: what was found, and because of what. */
    public static Answer found(Decision decision, String code) {
        Answer answer = of(decision, code, List.of());
        return new Answer("Why `" + Printable.of(code) + "` was found", List.of(), answer.chapters(), "[]");
    }

    /** Of the rules of one code: only why they did not find more. */
    public static Answer not(Decision decision, String code, List<WhyNot> whyNot) {
        List<String> lead = whyNot.isEmpty() ? List.of("It holds for everything that it speaks of.") : List.of();
        return WhyNotAnswer.of(heading(decision, "`" + Printable.of(code) + "`, and why not"), lead, whyNot)
                .with(json(decision, Optional.empty(), whyNot));
    }

    /** Of every rule that found nothing. */
    public static Answer all(Decision decision, List<WhyNot> whyNot) {
        return WhyNotAnswer.of(
                        heading(decision, "every rule that found nothing, and why not"),
                        List.of(Words.count(whyNot.size(), "rule", "rules") + " found nothing."),
                        whyNot)
                .with(json(decision, Optional.empty(), whyNot));
    }

    private static String json(Decision decision, Optional<String> code, List<WhyNot> whyNot) {
        return DecisionJson.text(json -> {
            json.writeStartObject();
            json.writeStringProperty("candidateId", decision.candidateId());
            AnswerJson.policy(decision.policy(), json);
            json.writeStringProperty("asOf", decision.asOf().toString());
            json.writeStringProperty("verdict", decision.verdict().name());
            if (code.isPresent()) {
                json.writeArrayPropertyStart("findings");
                decision.findings().stream()
                        .filter(finding -> finding.code().equals(code.get()))
                        .forEach(finding -> DecisionJson.finding(finding, json));
                json.writeEndArray();
            }
            WhyNotJson.whyNots("whyNot", whyNot, json);
            json.writeEndObject();
        });
    }

    private static String heading(Decision decision, String what) {
        return "Candidate " + Printable.of(decision.candidateId()) + ": " + what;
    }
}
