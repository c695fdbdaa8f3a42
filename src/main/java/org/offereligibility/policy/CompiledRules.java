package org.offereligibility.policy;

import java.util.Map;
import java.util.Objects;
import org.drools.model.Rule;
import org.kie.api.KieBase;

/**
 * Rules as Drools compiled them.
 *
 * @param base the network, for Drools to decide with
 * @param rules the same as condition trees, by name, for the matcher
 * @param types the classes of declared facts, by simple name
 */
public record CompiledRules(KieBase base, Map<String, Rule> rules, Map<String, Class<?>> types) {
    /** The class of a declared fact. */
    public Class<?> type(String name) {
        return Objects.requireNonNull(types.get(name), name);
    }

    /** The condition tree of the rule of that name. */
    public Rule rule(String name) {
        return Objects.requireNonNull(rules.get(name), name);
    }
}
