package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.List;
import org.offereligibility.policy.Remark;
import org.offereligibility.policy.RuleSet;

/** What the rules of a rule set mean, so far as it is probably not what was meant. */
public final class Meaning {
    private Meaning() {}

    /** Warnings in the order of files and lines; none of them keeps the rules from being used. */
    public static List<Remark> of(RuleSet rules) {
        Study study = Study.of(rules);
        List<Remark> remarks = new ArrayList<>();
        for (Study.Studied s : study.rules()) {
            System.out.println(s.rule().name() + " ways " + s.ways().map(List::size) + " always " + s.always());
        }
        return remarks.stream().sorted(Remark.BY_PLACE).toList();
    }
}
