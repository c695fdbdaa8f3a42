package org.offereligibility.desk;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.offereligibility.decision.Engines;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.RuleFailed;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.DossierReader;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Reading;
import org.offereligibility.dossier.Vocabularies.NotInForce;
import org.offereligibility.policy.Policies;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RulesUnusable;

/** Where a dossier is handed in and a decision comes out. Safe for threads. */
public final class Desk {
    private final Policies policies;
    private final Map<RuleSet, Evaluator> evaluators = new ConcurrentHashMap<>();

    private final Engines engines;

    private Desk(Policies policies, Engines engines) {
        this.policies = policies;
        this.engines = engines;
    }

    /**
     * The desk on the same policies as they are on disk now, not yet prepared. What has not changed is not made again, and
     * this desk goes on as it is.
     *
     * @throws RulesUnusable with every problem of every version
     */
    Desk renewed() throws RulesUnusable {
        Desk renewed = new Desk(policies.renewed(), engines);
        renewed.evaluators.putAll(evaluators);
        return renewed;
    }

    /**
     * Compiles every version now and not when it is first needed, and lets go of those that are no more.
     *
     * @throws RulesUnusable with every problem that the engine has with any of them
     */
    Desk prepared() throws RulesUnusable {
        List<RuleSet> all = policies.all();
        evaluators.keySet().retainAll(new HashSet<>(all));
        all.forEach(this::evaluator);
        return this;
    }

    private Evaluator evaluator(RuleSet rules) {
        return evaluators.computeIfAbsent(rules, ruled -> new Evaluator(ruled, engines));
    }

    /** Every version by which it decides. */
    Set<RuleSet> versions() {
        return Set.copyOf(evaluators.keySet());
    }

    /** Opens the desk on policies that were read already. */
    public static Desk open(Policies policies, Engines engines) {
        return new Desk(policies, engines);
    }

    /**
     * Opens the desk on the policies under the directory.
     *
     * @param cache where compiled rules are kept; none to compile anew each time
     * @throws RulesUnusable with every problem of every version
     */
    public static Desk open(Path directory, Optional<Path> cache, Engines engines) throws RulesUnusable {
        return open(Policies.read(directory, cache), engines);
    }

    /**
     * Decides a dossier by the rules in force at its own {@code asOf}.
     *
     * @param evaluationTime the instant at which a dossier is judged that names none
     * @throws RulesUnusable if the rules that would decide cannot be compiled
     * @throws org.offereligibility.decision.EnginesDisagree if the two engines do not find the same in this dossier
     */
    public Outcome evaluate(Entry entry, Moment evaluationTime) throws RulesUnusable {
        return decide(entry, consider(entry, evaluationTime));
    }

    /** @param considered the entry, by this desk */
    static Outcome decide(Entry entry, Consideration considered) {
        if (considered instanceof Consideration.Case asked) {
            try {
                return new Outcome.Decided(
                        asked.evaluator().evaluate(asked.dossier(), asked.asOf()),
                        asked.dossier().candidateName());
            } catch (RuleFailed failed) {
                return new Outcome.Refused(
                        List.of(new Problem(entry.file(), entry.line(), 0, "", String.valueOf(failed.getMessage()))));
            }
        }
        return new Outcome.Refused(((Consideration.Refused) considered).problems());
    }

    /**
     * Reads a dossier and finds the rules in force at its own {@code asOf}, for questions about its decision.
     *
     * @param evaluationTime the instant at which a dossier is judged that names none
     * @throws RulesUnusable if the rules that would decide cannot be compiled
     */
    public Consideration consider(Entry entry, Moment evaluationTime) throws RulesUnusable {
        Reading reading = DossierReader.read(entry, policies, evaluationTime);
        if (reading instanceof Reading.Refused refused) {
            return new Consideration.Refused(refused.problems());
        }
        Dossier dossier = ((Reading.Accepted) reading).dossier();
        Moment asOf = dossier.asOf().orElse(evaluationTime);
        try {
            RuleSet rules = policies.rules(dossier.role(), asOf);
            return new Consideration.Case(evaluator(rules), dossier, asOf);
        } catch (NotInForce none) {
            return new Consideration.Refused(List.of(
                    new Problem(entry.file(), entry.line(), 0, none.pointer(), String.valueOf(none.getMessage()))));
        }
    }
}
