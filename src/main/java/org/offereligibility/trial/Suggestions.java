package org.offereligibility.trial;

import java.util.List;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.Scenario;

/** x */
public record Suggestions(String yaml) {
    public static Suggestions of(RuleSet rules, List<Scenario> scenarios, List<String> codes, Runnable after) {
        return new Suggestions("");
    }
}
