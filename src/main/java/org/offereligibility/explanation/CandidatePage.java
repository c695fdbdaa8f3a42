package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Verdict;

/**
 * What a candidate is told of a decision. Of the findings it takes the sentences that the policy wrote for the candidate and
 * nothing else, and of the decision no more than the verdict and the candidate's own id.
 *
 * @param name of the candidate, where it is given
 * @param reference the candidate's id
 * @param opening what becomes of the offer, in one sentence
 * @param groups those that have something to say, strongest first
 * @param findings how many findings are told in all
 */
record CandidatePage(
        Optional<String> name, String reference, String opening, List<Group> groups, long findings, String closing) {
    /** @param title what the reasons are to the offer */
    record Group(String title, List<Reason> reasons) {}

    /** @param findings how many findings this sentence tells, at least one */
    record Reason(String sentence, long findings) {}

    static CandidatePage of(Decision decision, Optional<String> candidateName) {
        List<String> sections = decision.sections().stream()
                .map(Decision.SectionVerdict::section)
                .toList();
        List<Finding> told = decision.findings().stream()
                .filter(finding -> finding.effect().standsInTheWay())
                .sorted(Comparator.comparingInt(finding -> sections.indexOf(finding.section())))
                .toList();
        return new CandidatePage(
                candidateName.map(Printable::of).filter(name -> !name.isEmpty()),
                Printable.of(decision.candidateId()),
                opening(decision.verdict()),
                groups(told, decision.verdict()),
                told.size(),
                closing(decision.verdict()));
    }

    /** Each sentence once, in the group of the strongest finding that it tells. */
    private static List<Group> groups(List<Finding> told, Verdict verdict) {
        Map<String, Effect> strongest = new LinkedHashMap<>();
        Map<String, Long> findings = new LinkedHashMap<>();
        for (Finding finding : told) {
            finding.told().stream().map(Printable::of).distinct().forEach(sentence -> {
                strongest.merge(sentence, finding.effect(), (one, other) -> one.compareTo(other) < 0 ? one : other);
                findings.merge(sentence, 1L, Long::sum);
            });
        }
        Map<Effect, List<Reason>> reasons = new EnumMap<>(Effect.class);
        strongest.forEach((sentence, effect) -> reasons.computeIfAbsent(effect, unseen -> new ArrayList<>())
                .add(new Reason(sentence, findings.getOrDefault(sentence, 1L))));
        List<Group> groups = new ArrayList<>();
        reasons.forEach((effect, ofEffect) ->
                groups.add(new Group(title(effect, effect.verdict() == verdict), List.copyOf(ofEffect))));
        return groups;
    }

    private static String opening(Verdict verdict) {
        return switch (verdict) {
            case INELIGIBLE -> "We cannot make you this offer.";
            case INCOMPLETE ->
                "We cannot say yet whether we can make you an offer, because something is still missing.";
            case REFER ->
                "Nothing has been decided yet: whether we can make you this offer is for the hiring committee to say.";
            case ELIGIBLE -> "Nothing in our hiring policy stands in the way of this offer.";
        };
    }

    /** @param decides whether the verdict is that of this effect, or of a stronger one */
    private static String title(Effect effect, boolean decides) {
        return switch (effect) {
            case BLOCK -> "Why we cannot make this offer";
            case MISSING -> decides ? "What is still missing" : "What was missing besides";
            case REFER ->
                decides
                        ? "What the hiring committee has to weigh"
                        : "What the hiring committee would also have to weigh";
            case NOTE, SUPPORT -> "What else we saw";
        };
    }

    private static String closing(Verdict verdict) {
        String thanks = "Thank you for the time that you have given us.";
        return verdict == Verdict.ELIGIBLE
                ? "This is not the offer itself. " + thanks
                : "If you think that something here is not right, please tell the person who sent you this. " + thanks;
    }
}
