package org.offereligibility.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.api.KieBase;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;

/** Drools' own engine: one fresh session for each dossier. Safe for threads. */
final class Network {
    /** No honest policy comes near; a rule set that does has lost its way. */
    private static final int FIRING_LIMIT = 100_000;

    private final KieBase base;
    private final Collection<?> rows;
    private final Collection<Class<?>> derived;
    private final Map<String, List<String>> variables;

    /**
     * @param derived the types of what rules state
     * @param variables of each rule, those whose values are wanted
     */
    Network(KieBase base, Collection<?> rows, Collection<Class<?>> derived, Map<String, List<String>> variables) {
        this.base = base;
        this.rows = rows;
        this.derived = Set.copyOf(derived);
        this.variables = variables;
    }

    /**
     * @param firings of each rule that fired, by its name: the values of its variables, once for each time
     * @param stated every fact that came to be, findings included
     */
    record Result(Map<String, List<List<Object>>> firings, Set<Object> stated) {}

    /** @throws RuntimeException whatever goes wrong in Drools or in a rule */
    Result run(Iterable<?> facts) {
        Map<String, List<List<Object>>> firings = new HashMap<>();
        Set<Object> stated = new HashSet<>();
        KieSession session = base.newKieSession();
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void beforeMatchFired(BeforeMatchFiredEvent event) {
                    Match match = event.getMatch();
                    String rule = match.getRule().getName();
                    List<Object> values = new ArrayList<>();
                    for (String variable : variables.getOrDefault(rule, List.of())) {
                        values.add(match.getDeclarationValue(variable));
                    }
                    firings.computeIfAbsent(rule, first -> new ArrayList<>()).add(values);
                }
            });
            rows.forEach(session::insert);
            facts.forEach(session::insert);
            if (session.fireAllRules(FIRING_LIMIT) >= FIRING_LIMIT) {
                throw new IllegalStateException("the rules do not come to an end");
            }
            for (Object fact : session.getObjects()) {
                if (derived.contains(fact.getClass())) {
                    stated.add(fact);
                }
            }
        } finally {
            session.dispose();
        }
        return new Result(firings, stated);
    }
}
