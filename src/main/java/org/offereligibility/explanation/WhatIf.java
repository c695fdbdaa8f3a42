package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.Finding;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.DossierReader;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Reading;
import org.offereligibility.dossier.Vocabularies;
import org.offereligibility.policy.RuleSet;

/** What would be decided if the dossier were different: both are decided in full, by the same policy, and compared. */
public final class WhatIf {
    private WhatIf() {}

    /** What came of the question. */
    public sealed interface Answer {
        /**
         * @param edits in the order in which they are told, which is not that in which they were given
         * @param before the dossier as it is
         * @param after the dossier with the changes
         * @param gone findings that there were and would not be
         * @param come findings that there were not and would be
         * @param changed findings of the same code and subject that would have another effect or read differently
         */
        record Compared(
                Dossier dossier,
                List<Edit> edits,
                Decision before,
                Decision after,
                List<Finding> gone,
                List<Finding> come,
                List<Changed> changed)
                implements Answer, Drawable {
            @Override
            public String text(int width, boolean colour) {
                return WhatIfPage.text(this, width, colour);
            }

            @Override
            public String markdown() {
                return WhatIfPage.markdown(this);
            }

            @Override
            public String html() {
                return WhatIfPage.html(this);
            }

            @Override
            public String json() {
                return WhatIfPage.json(this);
            }

            public boolean turns() {
                return before.verdict() != after.verdict();
            }
        }

        /** @param problems all there are with the changes or with the changed dossier; never empty */
        record Refused(List<Problem> problems) implements Answer {}
    }

    /** A finding before and after. */
    public record Changed(Finding before, Finding after) {}

    /**
     * @param asOf the instant at which the dossier is judged where neither it nor a change says one
     * @param edits applied together; in whatever order they stand, the answer is the same
     */
    public static Answer ask(Evaluator evaluator, Dossier dossier, Moment asOf, List<Edit> edits) {
        Edits changes = new Edits(dossier.json(), edits);
        if (!changes.problems().isEmpty()) {
            return new Answer.Refused(changes.problems());
        }
        Json changed = changes.applied();
        if (!changes.problems().isEmpty()) {
            return new Answer.Refused(changes.problems());
        }
        Reading reading = DossierReader.read(Edits.FILE, changed, samePolicy(evaluator.rules()), asOf);
        if (reading instanceof Reading.Refused refused) {
            return new Answer.Refused(
                    refused.problems().stream().map(WhatIf::withoutLine).toList());
        }
        Dossier after = ((Reading.Accepted) reading).dossier();
        return compared(
                dossier,
                changes.inOrder(),
                evaluator.evaluate(dossier, dossier.asOf().orElse(asOf)),
                evaluator.evaluate(after, after.asOf().orElse(asOf)));
    }

    /** The policy that decided is the one that goes on deciding, from its first day on. */
    static Vocabularies samePolicy(RuleSet rules) {
        return (role, asOf) -> {
            Moment first = Moment.parse(rules.validFrom() + "T00:00:00Z");
            if (asOf.compareTo(first) < 0) {
                throw new Vocabularies.NotInForce(
                        "/asOf", "the policy that decides this dossier is in force from " + rules.validFrom() + " on");
            }
            return rules.vocabulary();
        };
    }

    /** The changed dossier stands in no file, so that a line would lead nowhere. */
    private static Problem withoutLine(Problem problem) {
        return new Problem(problem.file(), 0, 0, problem.pointer(), problem.message());
    }

    private record Named(String code, String subject) {
        static final Comparator<Named> ORDER = Comparator.comparing(Named::code).thenComparing(Named::subject);
    }

    private static Answer.Compared compared(Dossier dossier, List<Edit> edits, Decision before, Decision after) {
        List<Finding> gone = new ArrayList<>();
        List<Finding> come = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        Map<Named, List<Finding>> was = byName(before);
        Map<Named, List<Finding>> is = byName(after);
        Stream.concat(was.keySet().stream(), is.keySet().stream())
                .distinct()
                .sorted(Named.ORDER)
                .forEach(name -> {
                    List<Finding> old = without(was.getOrDefault(name, List.of()), is.getOrDefault(name, List.of()));
                    List<Finding> now = without(is.getOrDefault(name, List.of()), was.getOrDefault(name, List.of()));
                    int pairs = Math.min(old.size(), now.size());
                    for (int i = 0; i < pairs; i++) {
                        changed.add(new Changed(old.get(i), now.get(i)));
                    }
                    gone.addAll(old.subList(pairs, old.size()));
                    come.addAll(now.subList(pairs, now.size()));
                });
        Comparator<Finding> strongestFirst = Comparator.comparing(Finding::effect);
        gone.sort(strongestFirst);
        come.sort(strongestFirst);
        changed.sort(Comparator.comparing(Changed::after, strongestFirst));
        return new Answer.Compared(
                dossier, edits, before, after, List.copyOf(gone), List.copyOf(come), List.copyOf(changed));
    }

    private static Map<Named, List<Finding>> byName(Decision decision) {
        Map<Named, List<Finding>> byName = new LinkedHashMap<>();
        decision.findings()
                .forEach(finding -> byName.computeIfAbsent(
                                new Named(finding.code(), finding.subject()), unseen -> new ArrayList<>())
                        .add(finding));
        return byName;
    }

    /** Those for which there is none of the same effect and message among the others. */
    private static List<Finding> without(List<Finding> findings, List<Finding> others) {
        return findings.stream()
                .filter(finding -> others.stream()
                        .noneMatch(other -> other.effect() == finding.effect()
                                && other.message().equals(finding.message())))
                .toList();
    }
}
