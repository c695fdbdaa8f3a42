package org.offereligibility.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares what the two engines found: the same rules, each as often and with the same values. */
final class CrossCheck {
    private CrossCheck() {}

    /** @throws EnginesDisagree with each rule of which one engine found more than the other */
    static void compare(List<Match> matches, List<Network.Firing> firings) {
        Map<Network.Firing, Integer> balance = new HashMap<>();
        for (Match match : matches) {
            balance.merge(new Network.Firing(match.rule().name(), match.bindings()), 1, Integer::sum);
        }
        for (Network.Firing firing : firings) {
            balance.merge(firing, -1, Integer::sum);
        }
        List<String> differences = new ArrayList<>();
        balance.forEach((firing, surplus) -> {
            if (surplus != 0) {
                differences.add((surplus > 0 ? "only the matcher" : "only Drools") + " found \"" + firing.rule() + "\" "
                        + Math.abs(surplus) + " times with " + firing.bindings());
            }
        });
        if (!differences.isEmpty()) {
            throw new EnginesDisagree(differences.stream().sorted().toList());
        }
    }
}
