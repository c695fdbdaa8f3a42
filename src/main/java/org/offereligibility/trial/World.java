package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.offereligibility.dossier.DossierPlaces;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Fact;
import org.offereligibility.dossier.FactPlaces;
import org.offereligibility.dossier.Vocabulary;
import org.offereligibility.policy.Condition;
import org.offereligibility.policy.Expression;
import org.offereligibility.policy.FactType;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.trial.Situation.Present;

/** Which facts there may be: what a dossier may say, the lines of the tables, and what rules may state. */
final class World {
    /** What every dossier says. */
    private static final Set<String> IN_EVERY_DOSSIER = Set.of("Role", "Level", "AsOf");

    private final RuleSet rules;
    private final Map<Condition.Constraint, Expression> asked = new IdentityHashMap<>();
    private final Map<String, List<Form>> forms = new HashMap<>();
    private final Map<String, List<Form>> certain = new LinkedHashMap<>();

    World(RuleSet rules) {
        this.rules = rules;
        rules.types().forEach(type -> forms.put(type.name(), new ArrayList<>()));
        rules.rows().values().forEach(row -> {
            Form form = Form.row(row);
            forms.getOrDefault(row.type().name(), new ArrayList<>()).add(form);
            certain.computeIfAbsent(row.type().name(), unseen -> new ArrayList<>())
                    .add(form);
        });
        for (Class<?> type : kindsOf(Fact.class)) {
            rules.type(type.getSimpleName()).ifPresent(known -> forms.put(known.name(), inDossier(known)));
        }
        IN_EVERY_DOSSIER.forEach(type -> certain.put(type, forms.getOrDefault(type, List.of())));
    }

    /** What a constraint asks, taken apart once. */
    Expression asks(Condition.Constraint constraint) {
        return asked.computeIfAbsent(constraint, Condition.Constraint::asks);
    }

    RuleSet rules() {
        return rules;
    }

    /** Takes note of what a rule may state. */
    void mayState(String type, Form form) {
        forms.computeIfAbsent(type, unseen -> new ArrayList<>()).add(form);
    }

    /** Takes note of what a rule states in every case. */
    void alwaysStates(String type, Form form) {
        certain.computeIfAbsent(type, unseen -> new ArrayList<>()).add(form);
    }

    /** All forms that a fact of that type may take in the situation; none where there can be no such fact. */
    List<Form> forms(String type, Situation in) {
        List<Form> all = new ArrayList<>();
        for (String kind : kinds(type)) {
            Optional<Present> only = in.theOnly(kind);
            if (only.isPresent()) {
                all.add(Form.known(only.get()));
            } else {
                all.addAll(forms.getOrDefault(kind, List.of()));
            }
        }
        return all;
    }

    /** Facts of that type that are there for certain. */
    List<Form> certain(String type, Situation in) {
        Set<String> kinds = kinds(type);
        List<Form> all = new ArrayList<>();
        in.present.stream()
                .filter(fact -> kinds.contains(fact.type()) && fact.row().isEmpty())
                .forEach(fact -> all.add(Form.known(fact)));
        for (String kind : kinds) {
            if (in.theOnly(kind).isEmpty()) {
                all.addAll(certain.getOrDefault(kind, List.of()));
            }
        }
        return all;
    }

    /** Whether facts of that type come from the dossier. */
    boolean isOfDossier(String type) {
        return rules.type(type)
                .filter(known -> known.origin() == FactType.Origin.DOSSIER)
                .isPresent();
    }

    boolean isTable(String type) {
        return rules.type(type)
                .filter(known -> known.origin() == FactType.Origin.TABLE)
                .isPresent();
    }

    /** The type itself, or for one that several share those. */
    private static Set<String> kinds(String type) {
        for (Class<?> shared : Fact.class.getPermittedSubclasses()) {
            if (shared.isSealed() && shared.getSimpleName().equals(type)) {
                Set<String> kinds = new java.util.TreeSet<>();
                kindsOf(shared).forEach(kind -> kinds.add(kind.getSimpleName()));
                return kinds;
            }
        }
        return Set.of(type);
    }

    private static List<Class<?>> kindsOf(Class<?> shared) {
        List<Class<?>> kinds = new ArrayList<>();
        for (Class<?> kind : shared.getPermittedSubclasses()) {
            kinds.addAll(kind.isSealed() ? kindsOf(kind) : List.of(kind));
        }
        return kinds;
    }

    private List<Form> inDossier(FactType type) {
        Map<String, Range> ranges = new TreeMap<>();
        type.fields().forEach(field -> ranges.put(field.name(), range(type, field)));
        if (type.name().equals("Role")) {
            ranges.replaceAll((field, any) -> Range.word(rules.role()));
        }
        if (ranges.values().stream().anyMatch(Range::isEmpty)) {
            return List.of();
        }
        if (type.name().equals("Score")) {
            return scores(type, ranges);
        }
        if (type.name().equals("RoundHeld")) {
            return List.of(situation -> {
                Present held = Form.of(type, ranges, Set.of()).in(situation);
                situation.values.relate(
                        held.fields().getOrDefault("startedAt", 0),
                        "<",
                        held.fields().getOrDefault("endedAt", 0));
                return held;
            });
        }
        return List.of(Form.of(type, ranges, Set.of()));
    }

    /** A dossier is refused where a criterion is scored in another round than its own. */
    private List<Form> scores(FactType type, Map<String, Range> ranges) {
        List<Form> forms = new ArrayList<>();
        for (Vocabulary.Entry entry : rules.vocabulary().entries()) {
            if (entry.kind().equals("criterion") && rules.vocabulary().has("round", entry.of())) {
                Map<String, Range> own = new TreeMap<>(ranges);
                own.put("round", Range.word(entry.of()));
                own.put("criterion", Range.word(entry.word()));
                forms.add(Form.of(type, own, Set.of("round", "criterion")));
            }
        }
        return forms;
    }

    /** What a field may hold, as its declaration, the vocabulary and the dossier's schema say. */
    Range range(FactType type, FactType.Field field) {
        if (field.word().isPresent()) {
            return new Range.Words(
                    new java.util.TreeSet<>(
                            rules.vocabulary().words(field.word().get())),
                    false);
        }
        return switch (field.type()) {
            case "String" -> Range.ANY_TEXT;
            case "Boolean" -> Arithmetic.YES_OR_NO;
            case "Moment" -> Range.ANY_NUMBER;
            case "Exact" ->
                FactPlaces.of(type.name(), field.name())
                        .filter(place -> type.origin() == FactType.Origin.DOSSIER)
                        .flatMap(DossierPlaces::bounds)
                        .map(World::numbers)
                        .orElse(Range.ANY_NUMBER);
            default -> Range.ANYTHING;
        };
    }

    private static Range numbers(DossierPlaces.Bounds bounds) {
        Optional<Exact> low = bounds.low();
        return new Range.Numbers(low, bounds.lowIn(), bounds.high(), true, bounds.whole());
    }
}
