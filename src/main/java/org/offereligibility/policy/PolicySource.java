package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        List<Scenario> scenarios) {

    /** What came of reading a folder. */
    record Examined(PolicySource source, List<Remark> remarks) {}

    /** @throws RulesUnusable with every problem that was found */
    static PolicySource read(PolicyFolder folder) throws RulesUnusable {
        Examined examined = examine(folder, false);
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
        Faults faults = new Faults(folder);
        PolicySource source = new Reader(folder, faults, withDossiers).read();
        return new Examined(source, faults.remarks());
    }

    Assembly assembly() {
        return Assembly.of(files, types, layers);
    }

    private record Reader(PolicyFolder folder, Faults faults, boolean withDossiers) {
        private PolicySource read() {
            PolicyHeader header = header();
            Unread unread = new Unread();
            List<RuleParser.RuleFile> files = new RuleFiles(folder, faults, unread).read();
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
            Vocabulary vocabulary =
                    new WordList(tables, types, unread, faults.of(FaultKind.VOCABULARY)).gather(header, rules);
            List<TableRow> rows = tables.rows(vocabulary);
            RuleCheck check = new RuleCheck(types, vocabulary, unread, header, faults.of(FaultKind.RULE));
            rules.forEach(check::check);
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
                    scenarios);
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
