package org.offereligibility.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Fact;
import org.offereligibility.dossier.Moment;

/**
 * All that a report needs to know of one decision, wherever it comes from.
 *
 * @param asOf the instant at which the dossier was judged
 * @param recorded the decision's place in the ledger, from 0; the same for all that stand in none
 * @param rounds those held, in any order
 * @param offered whether an offer was extended
 * @param findings what was found, each rule once for each effect, sorted
 * @param ruledOtherwise what people made of the decision, if they overrode it or ruled on it
 */
public record Judged(
        String candidateId,
        String role,
        Moment asOf,
        long recorded,
        Verdict verdict,
        List<Held> rounds,
        boolean offered,
        List<Found> findings,
        Optional<Overruling> ruledOtherwise) {
    /** @param outcome {@link #ADVANCE} or {@link #REJECT} */
    public record Held(String round, Moment startedAt, String outcome) implements Comparable<Held> {
        /** The outcomes that the dossier's schema knows. */
        public static final String ADVANCE = "advance";

        public static final String REJECT = "reject";

        private static final Comparator<Held> ORDER =
                Comparator.comparing(Held::round).thenComparing(Held::startedAt).thenComparing(Held::outcome);

        @Override
        public int compareTo(Held other) {
            return ORDER.compare(this, other);
        }
    }

    /** @param rule the rule's name, as people read it */
    public record Found(String code, String rule, Effect effect, String section) implements Comparable<Found> {
        private static final Comparator<Found> STRONGEST_FIRST = Comparator.comparing(Found::effect)
                .thenComparing(Found::code)
                .thenComparing(Found::rule)
                .thenComparing(Found::section);

        @Override
        public int compareTo(Found other) {
            return STRONGEST_FIRST.compare(this, other);
        }
    }

    /**
     * A decision that people set aside.
     *
     * @param to the verdict that they put in its place
     * @param reason the code of their reason; none if they ruled on what was for them to rule on
     * @param by the id of the person who did it
     */
    public record Overruling(Verdict to, Optional<String> reason, String by) {}

    public Judged {
        rounds = rounds.stream().sorted().toList();
        findings = findings.stream().distinct().sorted().toList();
    }

    /** What a decision on a dossier says; nobody has overridden it. */
    public static Judged of(Decision decision, Dossier dossier) {
        return new Judged(
                decision.candidateId(),
                decision.role(),
                decision.asOf(),
                0,
                decision.verdict(),
                dossier.facts().stream()
                        .filter(Fact.RoundHeld.class::isInstance)
                        .map(Fact.RoundHeld.class::cast)
                        .map(held -> new Held(held.round(), held.startedAt(), held.outcome()))
                        .toList(),
                dossier.facts().stream().anyMatch(Fact.OfferExtended.class::isInstance),
                decision.findings().stream()
                        .map(finding ->
                                new Found(finding.code(), finding.rule().name(), finding.effect(), finding.section()))
                        .toList(),
                Optional.empty());
    }

    /** The same decision as people overrode it. */
    public Judged overridden(Overruling override) {
        return new Judged(candidateId, role, asOf, recorded, verdict, rounds, offered, findings, Optional.of(override));
    }

    /** Its verdict, or the one that people put in its place. */
    public Verdict outcome() {
        return ruledOtherwise.map(Overruling::to).orElse(verdict);
    }

    /**
     * The verdict if that rule had found nothing; its own where people overrode it. Findings state nothing further, but a rule
     * may have kept others silent through facts that it derives: those stay silent here.
     */
    public Verdict without(String rule) {
        return ruledOtherwise.isPresent()
                ? outcome()
                : findings.stream()
                        .filter(found -> !found.rule().equals(rule))
                        .map(Found::effect)
                        .min(Comparator.naturalOrder())
                        .map(Effect::verdict)
                        .orElse(Verdict.ELIGIBLE);
    }
}
