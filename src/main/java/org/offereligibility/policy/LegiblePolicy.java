package org.offereligibility.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Vocabulary;

/**
 * What can be read of a version or a draft, though it may not be fit for use: each file by itself, and of a broken one
 * the parts that are whole. Nothing is checked but the writing.
 *
 * @param types by name, in the order of files and lines
 * @param declared where each type's declaration stands
 * @param tables by the name under which rules know them
 * @param documents the files of YAML
 * @param unread what could not be read, and why; the files as in the folder
 */
record LegiblePolicy(
        PolicyFolder folder,
        Map<String, List<String>> texts,
        Map<String, FactType> types,
        Map<String, List<Difference.RawLine>> declared,
        List<RuleSource> rules,
        Map<String, CsvTable> tables,
        Map<String, Json> documents,
        Vocabulary vocabulary,
        List<Problem> unread) {
    static final String WORDS = "vocabulary.csv";

    static LegiblePolicy read(PolicyFolder folder) {
        LegiblePolicy policy = new LegiblePolicy(
                folder,
                new TreeMap<>(),
                new LinkedHashMap<>(),
                new TreeMap<>(),
                new ArrayList<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new Vocabulary(words(folder)),
                new ArrayList<>());
        folder.files().forEach(policy::readFile);
        return policy;
    }

    private void readFile(String name, byte[] bytes) {
        Optional<TableFile> file = TableFile.Kind.of(name)
                .filter(kind -> TableFile.isNamedAsTable(name))
                .map(kind -> new TableFile(name, kind, bytes));
        texts.put(
                name,
                file.map(TableFile::lines)
                        .orElseGet(() -> new String(bytes, StandardCharsets.UTF_8)
                                .lines()
                                .toList()));
        if (name.endsWith(".drl")) {
            Utf8Text.read(name, bytes, "save it as UTF-8", unread::add)
                    .ifPresent(text -> rules(RuleParser.parse(name, text, unread::add, new Unread())));
        } else if (file.isPresent()) {
            CsvTable table = file.get().table(unread::add);
            List<TableFile> standing = TableFile.all(folder, name);
            if (standing.size() > 1) {
                if (name.equals(standing.get(1).name())) {
                    unread.add(TableFile.twice(standing));
                }
            } else if (!table.header().isEmpty()) {
                tables.put(TableFile.declared(name), table);
            }
        } else if (isDocument(name)) {
            YamlText.read(name, bytes, unread::add).ifPresent(document -> {
                if (document instanceof Json.Obj) {
                    documents.put(name, document);
                } else {
                    unread.add(new Problem(name, 1, 1, "", "expected properties such as `role:` or `scenarios:`"));
                }
            });
        }
    }

    private static boolean isDocument(String name) {
        return name.equals(PolicyHeader.FILE) || name.matches("scenarios/[^/]+\\.ya?ml");
    }

    /** Whether a file of that name is one of those that a policy consists of. */
    static boolean isPart(String name) {
        return name.endsWith(".drl") || TableFile.isNamedAsTable(name) || isDocument(name);
    }

    private void rules(RuleParser.RuleFile file) {
        rules.addAll(file.rules());
        for (int i = 0; i < file.types().size(); i++) {
            FactType type = file.types().get(i);
            RuleParser.Declaration declaration = file.declarations().get(i);
            if (types.putIfAbsent(type.name(), type) == null) {
                declared.put(
                        type.name(),
                        lines(
                                file.file(),
                                line(file.text(), declaration.begin()),
                                line(file.text(), declaration.end())));
            }
        }
    }

    private static int line(String text, int offset) {
        return TextPlace.START.after(text, 0, offset).line();
    }

    private static List<Vocabulary.Entry> words(PolicyFolder folder) {
        List<Vocabulary.Entry> words = new ArrayList<>();
        for (TableFile file : TableFile.all(folder, WORDS)) {
            CsvTable table = file.table(problem -> {});
            for (CsvTable.Row row : table.rows()) {
                words.add(new Vocabulary.Entry(
                        cell(table, row, "kind"),
                        cell(table, row, "word"),
                        cell(table, row, "of"),
                        cell(table, row, "reads")));
            }
        }
        return words;
    }

    /** What stands in the row's cell of that field; empty if there is no such column. */
    static String cell(CsvTable table, CsvTable.Row row, String field) {
        return table.cell(row, field).map(CsvTable.Cell::text).orElse("");
    }

    /** The lines from the first to the last, both included, as far as there are any. */
    List<Difference.RawLine> lines(String file, int first, int last) {
        List<String> text = texts.getOrDefault(file, List.of());
        List<Difference.RawLine> lines = new ArrayList<>();
        for (int line = Math.max(1, first); line <= Math.min(last, text.size()); line++) {
            lines.add(new Difference.RawLine(file, line, text.get(line - 1)));
        }
        return lines;
    }

    List<Difference.RawLine> lines(String file) {
        return lines(file, 1, Integer.MAX_VALUE);
    }

    /** The lines of a row, of which a quoted cell may have several. */
    List<Difference.RawLine> lines(CsvTable table, CsvTable.Row row) {
        if (TableFile.Kind.of(table.file()).equals(Optional.of(TableFile.Kind.XLSX))) {
            return lines(table.file(), row.line(), row.line());
        }
        CsvTable.Cell last = row.cells().get(row.cells().size() - 1);
        return lines(
                table.file(),
                row.line(),
                last.line() + (int) last.text().chars().filter(c -> c == '\n').count());
    }

    Optional<FactType> typeOf(String table) {
        return types.values().stream()
                .filter(type -> type.table().equals(Optional.of(TableFile.declared(table))))
                .findFirst();
    }

    /** Whether the table stands here, in whichever kind of file, readable or not. */
    boolean hasTable(String declared) {
        return !TableFile.all(folder, declared).isEmpty();
    }

    /** The files that could not be read, or only in part; of a workbook also the name by which rules know its table. */
    Set<String> broken() {
        Set<String> broken = new TreeSet<>();
        unread.forEach(problem -> {
            broken.add(problem.file());
            broken.add(TableFile.declared(problem.file()));
        });
        return broken;
    }

    /** Whether something was wrong with that row, so that its cells may stand under the wrong headers. */
    boolean isBroken(CsvTable table, CsvTable.Row row) {
        return unread.stream().anyMatch(problem -> problem.file().equals(table.file()) && problem.line() == row.line());
    }

    /** Whether what another version has in that file, and this one nowhere, may stand where this one could not be read. */
    boolean mayHold(String file, String name) {
        Set<String> broken = broken();
        return broken.contains(file)
                || broken.stream()
                        .anyMatch(other -> other.endsWith(".drl")
                                && String.join("\n", texts.getOrDefault(other, List.of()))
                                        .contains(name));
    }
}
