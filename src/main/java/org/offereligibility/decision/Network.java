package org.offereligibility.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.offereligibility.policy.RuleSet;

/** Drools' own engine: one fresh session for each dossier. Safe for threads. */
final class Network {
    /** No honest policy comes near; a rule set that does has lost its way. */
    private static final int FIRING_LIMIT = 100_000;

    private final RuleSet rules;

    Network(RuleSet rules) {
        this.rules = rules;
    }

    /** A rule that fired, and the values of its variables. */
    record Firing(String rule, Map<String, Object> bindings) {}

    List<Firing> run(Iterable<?> facts) {
        List<Firing> firings = new ArrayList<>();
        KieSession session = rules.compiled().base().newKieSession();
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void beforeMatchFired(BeforeMatchFiredEvent event) {
                    Map<String, Object> bindings = new TreeMap<>();
                    for (String name : event.getMatch().getDeclarationIds()) {
                        if (name.startsWith("$")) {
                            bindings.put(name, event.getMatch().getDeclarationValue(name));
                        }
                    }
                    firings.add(new Firing(event.getMatch().getRule().getName(), bindings));
                }
            });
            rules.rows().keySet().forEach(session::insert);
            facts.forEach(session::insert);
            if (session.fireAllRules(FIRING_LIMIT) >= FIRING_LIMIT) {
                throw new IllegalStateException("the rules do not come to an end");
            }
        } finally {
            session.dispose();
        }
        return firings;
    }
}
