package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Vocabulary;

/** All that the files of one version say, found in order but not yet compiled. */
record PolicySource(
        PolicyFolder folder,
        String hash,
        PolicyHeader header,
        Vocabulary vocabulary,
        FactTypes types,
        List<RuleParser.RuleFile> files,
        List<RuleSource> rules,
        Layers layers,
        List<TableRow> rows,
        Map<String, CsvTable> tables,
        List<Scenario> scenarios) {

    /** What came of reading a folder. */
    record Examined(PolicySource source, List<Remark> remarks) {}

    /** @throws RulesUnusable with every problem that was found */
    static PolicySource read(PolicyFolder folder) throws RulesUnusable {
        return read(folder, Optional.empty());
    }

    /**
     * @param before another folder as it was read; what has the very same bytes as there is not read and checked again
     * @throws RulesUnusable with every problem that was found
     */
    static PolicySource read(PolicyFolder folder, Optional<PolicySource> before) throws RulesUnusable {
        Examined examined = examine(folder, before, false);
        if (!examined.remarks().isEmpty()) {
            throw new RulesUnusable(
                    examined.remarks().stream().map(Remark::problem).toList());
        }
        return examined.source();
    }

    /**
     * Whatever can be read of the folder, and everything that is wrong with it; usable only if nothing is.
     *
     * @param withDossiers whether the dossiers of scenarios are read too, which takes as long as all else
     */
    static Examined examine(PolicyFolder folder, boolean withDossiers) {
        return examine(folder, Optional.empty(), withDossiers);
    }

    private static Examined examine(PolicyFolder folder, Optional<PolicySource> before, boolean withDossiers) {
        Faults faults = new Faults(folder);
        PolicySource source = new Reader(folder, before, faults, withDossiers).read();
        return new Examined(source, faults.remarks());
    }

    /** The rules by layer, lowest first; within a layer in the order of files and lines. */
    List<List<RuleSource>> layered() {
        List<List<RuleSource>> layered = new ArrayList<>();
        rules.stream().sorted(Comparator.comparingInt(layers::of)).forEach(rule -> {
            while (layered.size() <= layers.of(rule)) {
                layered.add(new ArrayList<>());
            }
            layered.get(layers.of(rule)).add(rule);
        });
        return layered;
    }

    Assembly assembly() {
        return Assembly.of(files, types, layers);
    }

    private record Reader(PolicyFolder folder, Optional<PolicySource> before, Faults faults, boolean withDossiers) {
        private PolicySource read() {
            PolicyHeader header =
                    same(PolicyHeader.FILE).isPresent() ? before.orElseThrow().header() : header();
            Unread unread = new Unread();
            List<RuleParser.RuleFile> files = new RuleFiles(folder, faults, unread, this::known).read();
            List<FactType> declared = new ArrayList<>();
            List<RuleSource> rules = new ArrayList<>();
            files.forEach(file -> {
                declared.addAll(file.types());
                rules.addAll(file.rules());
            });
            if (rules.isEmpty()
                    && folder.files().keySet().stream().noneMatch(file -> file.endsWith(RuleFiles.SUFFIX))) {
                faults.of(FaultKind.FILE)
                        .accept(new Problem(
                                "", 0, 0, "", "there is no rule here: expected files such as `process.drl`"));
            }
            unique(declared, rules, faults.of(FaultKind.DUPLICATE));
            FactTypes types = new FactTypes(declared);
            Declarations.check(declared, faults.of(FaultKind.DECLARATION));
            Tables tables = new Tables(folder, types, unread, faults.of(FaultKind.TABLE));
            before.ifPresent(source -> source.tables().forEach((name, table) -> {
                if (same(name).isPresent()) {
                    tables.know(
                            table,
                            source.rows().stream()
                                    .filter(row -> row.file().equals(name))
                                    .toList(),
                            source.vocabulary());
                }
            }));
            Vocabulary vocabulary =
                    new WordList(tables, types, unread, faults.of(FaultKind.VOCABULARY)).gather(header, rules);
            List<TableRow> rows = tables.rows(vocabulary);
            RuleCheck check = new RuleCheck(types, vocabulary, unread, header, faults.of(FaultKind.RULE));
            Set<RuleSource> checked = Collections.newSetFromMap(new IdentityHashMap<>());
            before.filter(source -> source.vocabulary().equals(vocabulary)
                            && source.header() == header
                            && source.types().declared().equals(types.declared()))
                    .ifPresent(source -> checked.addAll(source.rules()));
            rules.stream().filter(rule -> !checked.contains(rule)).forEach(check::check);
            Layers layers = new Layers(rules, faults.of(FaultKind.CIRCLE));
            List<Scenario> scenarios =
                    Scenarios.read(folder, vocabulary, unread, withDossiers, faults.of(FaultKind.SCENARIO));
            FilesInUse.check(folder, types, unread, faults.of(FaultKind.FILE));
            return new PolicySource(
                    folder,
                    folder.hash(),
                    header,
                    vocabulary,
                    types,
                    files,
                    List.copyOf(rules),
                    layers,
                    rows,
                    tables.read(),
                    scenarios);
        }

        /** What was read before, if the file is still the same. */
        private Optional<PolicySource> same(String name) {
            return before.filter(source -> source.folder().files().containsKey(name)
                    && source.folder().files().get(name) == folder.files().get(name));
        }

        private Optional<RuleParser.RuleFile> known(String name) {
            return same(name).stream()
                    .flatMap(source -> source.files().stream())
                    .filter(file -> file.file().equals(name))
                    .findFirst();
        }

        private PolicyHeader header() {
            Consumer<Problem> report = faults.of(FaultKind.POLICY_HEADER);
            byte[] yaml = folder.files().get(PolicyHeader.FILE);
            if (yaml == null) {
                faults.of(FaultKind.FILE).accept(new Problem("", 0, 0, "", "`" + PolicyHeader.FILE + "` is missing"));
                return PolicyHeader.empty(folder.role());
            }
            return YamlText.read(PolicyHeader.FILE, yaml, report)
                    .map(json -> PolicyHeader.read(PolicyHeader.FILE, json, folder.role(), report))
                    .orElseGet(() -> PolicyHeader.empty(folder.role()));
        }

        private static void unique(List<FactType> types, List<RuleSource> rules, Consumer<Problem> report) {
            Map<String, String> declared = new HashMap<>();
            for (FactType type : types) {
                String before = declared.putIfAbsent(
                        type.name(), type.file() + ", line " + type.at().line());
                if (before != null || FactTypes.isBuiltIn(type.name())) {
                    report.accept(problem(
                            type.file(),
                            type.at(),
                            "`" + type.name() + "` is declared already"
                                    + (before == null ? ": the dossier has a fact of that name" : " in " + before)));
                }
            }
            Map<String, String> names = new HashMap<>();
            Map<String, String> codes = new HashMap<>();
            for (RuleSource rule : rules) {
                String here = rule.file() + ", line " + rule.line();
                String sameName = names.putIfAbsent(rule.name(), here);
                if (sameName != null) {
                    report.accept(problem(
                            rule.file(), rule.at(), "another rule is called \"" + rule.name() + "\": " + sameName));
                }
                String sameCode = rule.code().isEmpty() ? null : codes.putIfAbsent(rule.code(), here);
                if (sameCode != null) {
                    report.accept(problem(
                            rule.file(),
                            rule.annotationAt("code"),
                            "another rule has the code `" + rule.code() + "`: " + sameCode));
                }
            }
        }

        private static Problem problem(String file, Token at, String message) {
            return new Problem(file, at.line(), at.column(), "", message);
        }
    }
}
