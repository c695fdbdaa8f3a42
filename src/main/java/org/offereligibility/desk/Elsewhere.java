package org.offereligibility.desk;

import org.offereligibility.decision.Evaluator;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.DossierReader;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Reading;
import org.offereligibility.dossier.Vocabularies;
import org.offereligibility.policy.RuleSet;

/** Reads recorded dossiers for one set of rules, whether or not these are in force. */
final class Elsewhere {
    private Elsewhere() {}

    static Consideration consider(Evaluator evaluator, byte[] dossier, Moment asOf) {
        Reading reading = DossierReader.read(entry(dossier), only(evaluator.rules()), asOf);
        if (reading instanceof Reading.Refused refused) {
            return new Consideration.Refused(refused.problems());
        }
        Dossier read = ((Reading.Accepted) reading).dossier();
        return new Consideration.Case(evaluator, read, asOf);
    }

    static Entry entry(byte[] dossier) {
        return new Entry("the recorded dossier", 0, dossier);
    }

    private static Vocabularies only(RuleSet rules) {
        return (role, asOf) -> {
            if (!role.equals(rules.role())) {
                throw new Vocabularies.NotInForce(
                        "/role", "the rules that are asked are for the role `" + rules.role() + "`");
            }
            return rules.vocabulary();
        };
    }
}
