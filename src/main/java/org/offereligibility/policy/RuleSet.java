package org.offereligibility.policy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.offereligibility.dossier.Vocabulary;

/** One version of one policy, or its draft: read, checked, compiled, and from then on unchangeable. */
public final class RuleSet {
    private final PolicySource source;
    private final CompiledRules compiled;
    private final Map<String, RuleSource> byName = new HashMap<>();
    private final Map<Object, TableRow> rows;

    /** @throws RulesUnusable if one of the two engines could not run a rule */
    RuleSet(PolicySource source, CompiledRules compiled) throws RulesUnusable {
        RunByBoth.check(source.rules(), compiled.rules(), source.folder());
        this.source = source;
        this.compiled = compiled;
        source.rules().forEach(rule -> byName.put(rule.name(), rule));
        this.rows = facts(source.rows(), compiled.types());
    }

    /**
     * The rules of one folder, which may be a draft.
     *
     * @param cache where compiled rules are kept; none to compile anew
     * @throws RulesUnusable with every problem of the folder
     */
    public static RuleSet of(PolicyFolder folder, Optional<Path> cache) throws RulesUnusable {
        PolicySource source = PolicySource.read(folder);
        return new RuleSet(
                source,
                new Compiler(new CompiledRulesCache(cache))
                        .compile(source.assembly(), source.types().declared(), folder));
    }

    /** Each row as a fact of its type. */
    static Map<Object, TableRow> facts(List<TableRow> rows, Map<String, Class<?>> types) {
        Map<Object, TableRow> facts = new LinkedHashMap<>();
        for (TableRow row : rows) {
            List<Object> values = new ArrayList<>(List.of(row.line()));
            values.addAll(row.values().values());
            facts.put(instance(Objects.requireNonNull(types.get(row.type().name())), values), row);
        }
        return facts;
    }

    private static Object instance(Class<?> type, List<Object> values) {
        try {
            return type.getDeclaredConstructors()[0].newInstance(values.toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a row of " + type.getSimpleName() + " does not fit its type", impossible);
        }
    }

    public String role() {
        return source.folder().role();
    }

    /** The files from which it was made. */
    public PolicyFolder folder() {
        return source.folder();
    }

    /** The folder's name: the first day on which it is in force, or {@code draft}. */
    public String version() {
        return source.folder().version();
    }

    /** @throws java.time.format.DateTimeParseException for a draft */
    public LocalDate validFrom() {
        return LocalDate.parse(version());
    }

    /** {@code sha256:...} over the version's files. */
    public String hash() {
        return source.hash();
    }

    public PolicyHeader header() {
        return source.header();
    }

    public Vocabulary vocabulary() {
        return source.vocabulary();
    }

    /** In the order of files and lines. */
    public List<RuleSource> rules() {
        return source.rules();
    }

    /** HR's own tests of these rules. */
    public List<Scenario> scenarios() {
        return source.scenarios();
    }

    /** The rules by layer, lowest first; within a layer in the order of files and lines. */
    public List<List<RuleSource>> layers() {
        return source.layered();
    }

    public Optional<RuleSource> rule(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<FactType> type(String name) {
        return source.types().named(name);
    }

    /** All types of facts that the rules may speak of, those of the dossier first. */
    public List<FactType> types() {
        return source.types().names().stream()
                .flatMap(name -> source.types().named(name).stream())
                .toList();
    }

    /** The types of derived facts that every decision shows, in the order in which they are declared. */
    public List<FactType> shown() {
        return source.types().declared().stream()
                .filter(type -> type.shown().isPresent())
                .toList();
    }

    PolicySource source() {
        return source;
    }

    public CompiledRules compiled() {
        return compiled;
    }

    /** Each row of each table as the fact that rules join with. */
    public Map<Object, TableRow> rows() {
        return rows;
    }
}
