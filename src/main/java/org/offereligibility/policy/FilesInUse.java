package org.offereligibility.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Vocabulary;

/** Whether every file of a folder is read: one that nobody reads was probably meant to say something. */
final class FilesInUse {
    /** For people, or of the program's own making; no rule depends on them. */
    private static final Pattern NOT_FOR_RULES = Pattern.compile("(.*/)?README(\\.(md|txt))?|manifest\\.(json|yaml)");

    private static final Pattern SCENARIOS = Pattern.compile("scenarios/[^/]+\\.ya?ml");

    private FilesInUse() {}

    static void check(PolicyFolder folder, FactTypes types, Unread unread, Consumer<Problem> problems) {
        Set<String> known = new TreeSet<>(Set.of(PolicyHeader.FILE, WordList.FILE));
        types.declared().forEach(type -> type.table().ifPresent(known::add));
        for (String file : folder.files().keySet()) {
            if (!isKnown(file, known)
                    && !file.endsWith(RuleFiles.SUFFIX)
                    && !isScenario(file)
                    && !NOT_FOR_RULES.matcher(file).matches()
                    && !unread.mayReadTable(file)) {
                problems.accept(new Problem(file, 0, 0, "", "nobody reads this file: " + cure(file, known)));
            }
        }
    }

    /** A table is known whether it stands in a CSV file or in a workbook. */
    private static boolean isKnown(String file, Set<String> known) {
        return known.contains(TableFile.isNamedAsTable(file) ? TableFile.declared(file) : file);
    }

    /** Whether a file is one of HR's own tests, or a dossier that they change. */
    static boolean isScenario(String file) {
        return SCENARIOS.matcher(file).matches();
    }

    private static String cure(String file, Set<String> known) {
        String lower = file.toLowerCase(Locale.ROOT);
        String name = lower.substring(lower.lastIndexOf('/') + 1);
        Optional<String> otherwise = known.stream()
                .filter(each -> each.equalsIgnoreCase(TableFile.declared(name)))
                .findFirst();
        if (otherwise.isPresent()) {
            return "it would be read if it were called `" + sameKind(otherwise.get(), lower) + "`";
        }
        if (lower.endsWith(RuleFiles.SUFFIX)) {
            return "the name of a rule file ends in `.drl`, in small letters";
        }
        if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
            return "scenarios belong into the folder `scenarios`, in files whose names end in `.yaml`";
        }
        if (TableFile.isOfAnotherProgram(file)) {
            return "if it is a table, " + TableFile.SAVE_AS;
        }
        if (TableFile.isNamedAsTable(lower)) {
            return "no declaration names it as its `@table(...)`"
                    + Vocabulary.nearest(TableFile.declared(file), known)
                            .map(near -> "; is it meant to be `" + sameKind(near, lower) + "`?")
                            .orElse("; delete it, or keep it elsewhere");
        }
        return "delete it, keep it elsewhere, or call it `README.md` if it is for people";
    }

    /** A table's name for the kind of file that another is. */
    private static String sameKind(String table, String file) {
        return TableFile.Kind.of(table)
                .flatMap(csv -> TableFile.Kind.of(file))
                .map(kind -> kind.named(table))
                .orElse(table);
    }
}
