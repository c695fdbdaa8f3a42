package org.offereligibility.trial;

import java.util.List;
import org.offereligibility.policy.Remark;
import org.offereligibility.policy.RuleSet;

/**
 * What the rules of a rule set mean, so far as it is probably not what was meant: conditions and rules that never or always
 * hold, rules that say nothing beside another or speak against another, lines of tables that overlap, leave gaps or change
 * nothing, words that nobody uses, findings that nobody tries.
 *
 * <p>A remark is made only where it is certain; where a case can show it, the remark has a dossier that was tried.
 */
public final class Meaning {
    private Meaning() {}

    /** Warnings in the order of files and lines; none of them keeps the rules from being used. */
    public static List<Remark> of(RuleSet rules) {
        Study study = Study.of(rules);
        Told told = new Told(rules);
        Examples examples = new Examples(rules);
        ConditionMeaning conditions = new ConditionMeaning(study, told);
        study.rules().forEach(conditions::tell);
        new RuleMeaning(study, told, examples).tell();
        new TableMeaning(study, told, examples).tell();
        new RangeMeaning(study, told).tell();
        new WordMeaning(study, told, examples).tell();
        return told.inOrder();
    }
}
