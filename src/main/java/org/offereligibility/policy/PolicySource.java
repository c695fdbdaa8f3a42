package org.offereligibility.policy;

import java.nio.charset.StandardCharsets;
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

    /** @throws RulesUnusable with every problem that was found */
    static PolicySource read(PolicyFolder folder) throws RulesUnusable {
        List<Problem> problems = new ArrayList<>();
        PolicySource source = new Reader(folder, problems::add).read();
        if (!problems.isEmpty()) {
            throw new RulesUnusable(problems);
        }
        return source;
    }

    Assembly assembly() {
        return Assembly.of(files, types, layers);
    }

    private record Reader(PolicyFolder folder, Consumer<Problem> problems) {
        /** Problems name files as the user would open them; rules and rows name them relative to the folder. */
        private Consumer<Problem> named() {
            return problem -> problems.accept(new Problem(
                    folder.named(problem.file()),
                    problem.line(),
                    problem.column(),
                    problem.pointer(),
                    problem.message()));
        }

        private PolicySource read() {
            Consumer<Problem> report = named();
            PolicyHeader header = PolicyHeader.in(folder, report);
            List<RuleParser.RuleFile> files = new ArrayList<>();
            folder.files().forEach((name, bytes) -> {
                if (name.endsWith(".drl")) {
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    int escape = text.indexOf("\\u");
                    if (escape >= 0) {
                        int line = (int) text.substring(0, escape).lines().count();
                        report.accept(new Problem(
                                name, line, 0, "", "`\\u` may not stand in a rule file: write the character itself"));
                    } else {
                        files.add(RuleParser.parse(name, text, report));
                    }
                }
            });
            List<FactType> declared = new ArrayList<>();
            List<RuleSource> rules = new ArrayList<>();
            files.forEach(file -> {
                declared.addAll(file.types());
                rules.addAll(file.rules());
            });
            if (rules.isEmpty()) {
                report.accept(new Problem("", 0, 0, "", "there is no rule here: expected files such as `process.drl`"));
            }
            unique(declared, rules, report);
            FactTypes types = new FactTypes(declared);
            Tables tables = new Tables(folder, types, report);
            Vocabulary vocabulary = new WordList(tables, types, report).gather(header, rules);
            List<TableRow> rows = tables.rows(vocabulary);
            RuleCheck check = new RuleCheck(types, vocabulary, header, report);
            rules.forEach(check::check);
            Layers layers = new Layers(rules, report);
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
                    Scenarios.read(folder, report));
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
