package org.offereligibility.policy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** From which field of which fact a rule's variables have their values, for those that name a field's value as it is. */
final class Bindings {
    /** @param type the name of the fact that has the field */
    record Origin(String type, FactType.Field field) {
        boolean isWord(String kind) {
            return field.word().equals(Optional.of(kind));
        }
    }

    private final FactTypes types;
    private final Map<String, Origin> origins = new LinkedHashMap<>();

    private Bindings(FactTypes types) {
        this.types = types;
    }

    static Bindings of(RuleSource rule, FactTypes types) {
        Bindings bindings = new Bindings(types);
        bindings.add(rule.conditions());
        return bindings;
    }

    /** Empty for a variable that stands for a fact or for something computed, or that has no value where the rule holds. */
    Optional<Origin> origin(String variable) {
        return Optional.ofNullable(origins.get(variable));
    }

    private void add(Collection<Condition> conditions) {
        for (Condition condition : conditions) {
            if (condition instanceof Condition.And and) {
                add(and.conditions());
            } else if (condition instanceof Condition.Pattern pattern) {
                types.named(pattern.type()).ifPresent(type -> add(pattern, type));
            }
        }
    }

    private void add(Condition.Pattern pattern, FactType type) {
        for (Condition.Constraint constraint : pattern.constraints()) {
            if (constraint.variable().isPresent() && constraint.expression().size() == 1) {
                type.field(constraint.expression().get(0).text())
                        .ifPresent(field ->
                                origins.put(constraint.variable().orElseThrow(), new Origin(type.name(), field)));
            }
        }
    }
}
