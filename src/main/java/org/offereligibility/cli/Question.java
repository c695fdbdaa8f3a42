package org.offereligibility.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Verdict;
import org.offereligibility.desk.Consideration.Case;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Problem;
import org.offereligibility.explanation.AlreadyDecided;
import org.offereligibility.explanation.ChangeAnswer;
import org.offereligibility.explanation.ChangeSearch;
import org.offereligibility.explanation.DerivationPicture;
import org.offereligibility.explanation.Drawable;
import org.offereligibility.explanation.Edit;
import org.offereligibility.explanation.KnifeEdge;
import org.offereligibility.explanation.Readings;
import org.offereligibility.explanation.RuleAnswer;
import org.offereligibility.explanation.WhatIf;

/** What can be asked about the decision on a dossier. */
interface Question {
    /** @param evaluationTime the instant at which a dossier is judged that names none */
    Answered ask(Case asked, Moment evaluationTime);

    /** For whom a decision is read. */
    enum Reader {
        COMMITTEE,
        AUDITOR,
        CANDIDATE
    }

    /** How an answer is written down. */
    enum Form {
        TEXT,
        MARKDOWN,
        HTML,
        JSON,
        SVG
    }

    /**
     * What came of a question.
     *
     * @param decision that was asked about
     * @param answer none if there are problems
     * @param problems with the question
     */
    record Answered(Decision decision, Optional<Drawable> answer, List<Problem> problems) {
        String in(Form form, Screen screen) {
            Drawable drawn = answer.orElseThrow();
            return switch (form) {
                case TEXT -> drawn.text(screen.width(), screen.colour());
                case MARKDOWN -> drawn.markdown();
                case HTML -> drawn.html();
                case JSON -> drawn.json() + "\n";
                case SVG -> DerivationPicture.svg(decision);
            };
        }
    }

    private static Answered answered(Decision decision, Drawable answer) {
        return new Answered(decision, Optional.of(answer), List.of());
    }

    private static Decision decision(Case asked) {
        return asked.evaluator().evaluate(asked.dossier(), asked.asOf());
    }

    static Question reading(Reader reader) {
        return (asked, evaluationTime) -> {
            Decision decision = decision(asked);
            Optional<String> name = asked.dossier().candidateName();
            return answered(
                    decision,
                    switch (reader) {
                        case COMMITTEE ->
                            Readings.committee(
                                    decision, name, KnifeEdge.of(asked.evaluator(), asked.dossier(), evaluationTime));
                        case AUDITOR ->
                            Readings.auditor(decision, asked.evaluator().rules());
                        case CANDIDATE -> Readings.candidate(decision, name);
                    });
        };
    }

    static Question ofRule(String code) {
        return (asked, evaluationTime) -> {
            Decision decision = decision(asked);
            return answered(
                    decision,
                    RuleAnswer.of(decision, code, asked.evaluator().whyNot(asked.dossier(), asked.asOf(), code)));
        };
    }

    static Question notOfRule(String code) {
        return (asked, evaluationTime) -> {
            Decision decision = decision(asked);
            return answered(
                    decision,
                    RuleAnswer.not(decision, code, asked.evaluator().whyNot(asked.dossier(), asked.asOf(), code)));
        };
    }

    static Question everyRule() {
        return (asked, evaluationTime) -> {
            Decision decision = decision(asked);
            return answered(
                    decision, RuleAnswer.all(decision, asked.evaluator().whyNot(asked.dossier(), asked.asOf())));
        };
    }

    /** @param effort how many conclusions may be drawn */
    static Question change(Optional<Verdict> to, int effort) {
        return (asked, evaluationTime) -> {
            Decision decision = decision(asked);
            Verdict wanted = to.orElse(ChangeSearch.nextBetter(decision.verdict()));
            return answered(
                    decision,
                    ChangeAnswer.of(
                            ChangeSearch.search(asked.evaluator(), asked.dossier(), asked.asOf(), wanted, effort)));
        };
    }

    static Question stillOpen() {
        return (asked, evaluationTime) ->
                answered(decision(asked), AlreadyDecided.ask(asked.evaluator(), asked.dossier(), evaluationTime));
    }

    static Question whatIf(List<String> sets, List<String> removals) {
        return (asked, evaluationTime) -> {
            List<Edit> edits = new ArrayList<>();
            sets.forEach(set -> edits.add(Edit.set(set)));
            removals.forEach(removal -> edits.add(new Edit.Remove(removal)));
            WhatIf.Answer answer = WhatIf.ask(asked.evaluator(), asked.dossier(), evaluationTime, edits);
            return answer instanceof WhatIf.Answer.Compared compared
                    ? answered(compared.before(), compared)
                    : new Answered(decision(asked), Optional.empty(), ((WhatIf.Answer.Refused) answer).problems());
        };
    }
}
