package org.offereligibility.explanation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Reason;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonText;
import org.offereligibility.dossier.Moment;

/** Decisions made by hand, of a role that no policy knows. */
final class ByHand {
    static final Map<String, String> SECTIONS = sections();

    private ByHand() {}

    private static Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("playing", "Playing");
        sections.put("fee", "Fee and travel");
        sections.put("papers", "Papers");
        return sections;
    }

    static Json json(String text) {
        JsonText.Parsed parsed = JsonText.parse(new Entry("by hand", 1, text.getBytes(StandardCharsets.UTF_8)));
        return ((JsonText.Parsed.Tree) parsed).json();
    }

    static Reason given(String pointer, String json) {
        return new Reason.FromDossier(pointer, json(json));
    }

    static Reason row(String file, int line, Object... namesAndValues) {
        return new Reason.FromPolicy(file, line, values(namesAndValues));
    }

    static Map<String, Object> values(Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }

    static Finding.RuleReference rule(String name, int line, String source) {
        return new Finding.RuleReference(name, "playing.drl", line, source);
    }

    static Finding finding(
            Effect effect, String section, String code, String subject, String message, Reason... because) {
        return new Finding(
                code,
                effect,
                section,
                subject,
                message,
                effect.standsInTheWay() ? List.of(message) : List.of(),
                rule("The rule for " + code, 12, "handbook: 3"),
                List.of(because));
    }

    static Decision decision(String candidate, Finding... findings) {
        List<Decision.SectionVerdict> sections = new ArrayList<>();
        SECTIONS.forEach((section, title) -> sections.add(new Decision.SectionVerdict(
                section,
                title,
                verdict(List.of(findings).stream()
                        .filter(finding -> finding.section().equals(section))
                        .toList()))));
        return new Decision(
                candidate,
                "violinist",
                new Decision.PolicyVersion("violinist", "2024-09-01", "sha256:" + "0123456789abcdef".repeat(4)),
                "sha256:" + "fedcba9876543210".repeat(4),
                Moment.parse("2025-06-25T16:00:00Z"),
                verdict(List.of(findings)),
                sections,
                List.of(findings),
                List.of());
    }

    /** The decision with derived facts that are to be seen whatever was found. */
    private static Decision showing(Decision decision, Reason... facts) {
        List<Reason.Derived> shown =
                Stream.of(facts).map(Reason.Derived.class::cast).toList();
        return new Decision(
                decision.candidateId(),
                decision.role(),
                decision.policy(),
                decision.dossierHash(),
                decision.asOf(),
                decision.verdict(),
                decision.sections(),
                decision.findings(),
                List.of(new Decision.Shown("What the jury weighed anew", shown)));
    }

    private static Verdict verdict(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.effect().verdict())
                .min(Verdict::compareTo)
                .orElse(Verdict.ELIGIBLE);
    }

    /** A finding of each effect, and a reason of each kind. */
    static Decision ofEveryKind() {
        Reason mark = row(
                "marks.csv",
                4,
                "round",
                "second-audition",
                "criterion",
                "intonation",
                "mark",
                Exact.of(3),
                "counts",
                true,
                "source",
                "handbook: 3");
        Reason score = given(
                "/scores/2",
                "{\"round\": \"second-audition\", \"criterion\": \"intonation\", \"score\": 3, \"interviewer\": \"ldr-2\","
                        + " \"evidence\": \"Clean below the fifth position, and flat in all that lay above it.\"}");
        Reason seen = given(
                "/observations/0",
                "{\"round\": \"second-audition\", \"signal\": \"tuned-late\", \"observer\": \"ldr-2\","
                        + " \"note\": \"Tuned during the \\\"slow\\\" movement – über zwei Takte.\"}");
        Reason adjustment = new Reason.Derived(
                "Adjustment",
                "intonation is adjusted by -0.5 because the candidate tuned late",
                values("criterion", "intonation", "change", Exact.of(-1).dividedBy(Exact.of(2))),
                rule("Tuning late counts", 3, "house"),
                List.of(
                        seen,
                        row(
                                "adjustments.csv",
                                2,
                                "signal",
                                "tuned-late",
                                "change",
                                Exact.of(-1).dividedBy(Exact.of(2)))));
        Reason adjusted = new Reason.Derived(
                "AdjustedScore",
                "the adjusted score for intonation is 2.5: a mean of 3, an adjustment of -0.5",
                values(
                        "criterion",
                        "intonation",
                        "mean",
                        Exact.of(10).dividedBy(Exact.of(3)),
                        "value",
                        Exact.of(5).dividedBy(Exact.of(2)),
                        "since",
                        Moment.parse("2025-06-01T09:30:15Z")),
                rule("An adjusted score is the mean with its adjustments", 9, "handbook: 3; house"),
                List.of(score, adjustment, mark));
        return showing(
                decision(
                        "vn-07",
                        finding(
                                Effect.BLOCK,
                                "playing",
                                "under-the-mark",
                                "second-audition/intonation",
                                "The score for intonation in the second audition is 2.5, under the mark of 3.",
                                adjusted,
                                mark),
                        finding(
                                Effect.MISSING,
                                "papers",
                                "no-visa",
                                "candidate",
                                "There is no visa yet.",
                                given(
                                        "/rounds/1",
                                        "{\"round\": \"second-audition\", \"startedAt\": \"2025-06-01T11:30:00+02:00\","
                                                + " \"minutes\": 1, \"outcome\": \"advance\", \"interviewers\": [{\"id\": \"ldr-2\","
                                                + " \"function\": \"concert-master\"}, {\"id\": \"con-1\", \"function\": \"conductor\"}]}"),
                                new Reason.Absent("no visa whose country is Austria")),
                        finding(
                                Effect.REFER,
                                "fee",
                                "fee-over-the-usual",
                                "offer",
                                "The fee of EUR 1,250.5 is over the usual 900 to 1,100.",
                                given("/offer/fee", "1250.50"),
                                given("/offer/travel/perNight", "140"),
                                given(
                                        "/offer/exception",
                                        "{\"approvedBy\": \"dir-1\", \"reason\": \"Steps in at short notice.\"}"),
                                row(
                                        "fees.csv",
                                        2,
                                        "role",
                                        "violinist",
                                        "feeMinimum",
                                        Exact.of(900),
                                        "feeMaximum",
                                        Exact.of(1100),
                                        "meaning",
                                        "One evening, one programme",
                                        "source",
                                        "tariff")),
                        finding(
                                Effect.NOTE,
                                "papers",
                                "slow-to-answer",
                                "ch-2",
                                "The candidate took 95 seconds to answer the conductor.",
                                given(
                                        "/challenges/1",
                                        "{\"id\": \"ch-2\", \"round\": \"second-audition\", \"topic\": \"tempo\","
                                                + " \"constraint\": \"Could it go at 132?\", \"response\": \"not-considered\","
                                                + " \"responseSeconds\": 95, \"raisedBy\": \"con-1\"}"),
                                given(
                                        "/exercises/0",
                                        "{\"round\": \"first-audition\", \"topic\": \"why gut strings\","
                                                + " \"audience\": \"school-children\", \"text\": \"They sing. They also break.\"}")),
                        finding(
                                Effect.SUPPORT,
                                "playing",
                                "led-a-section",
                                "candidate",
                                "The candidate has led a section.",
                                given("/profile/accomplishments/0", "\"led-second-violins\""),
                                adjustment)),
                adjustment);
    }
}
