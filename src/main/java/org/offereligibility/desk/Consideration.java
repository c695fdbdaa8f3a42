package org.offereligibility.desk;

import java.util.List;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Problem;

/** A dossier that was handed in to be asked about, with the rules that decide it. */
public sealed interface Consideration {
    /** @param asOf the instant at which the dossier is judged */
    record Case(Evaluator evaluator, Dossier dossier, Moment asOf) implements Consideration {}

    /** @param problems in the order of their places; never empty */
    record Refused(List<Problem> problems) implements Consideration {}
}
