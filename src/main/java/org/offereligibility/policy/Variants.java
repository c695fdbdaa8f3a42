package org.offereligibility.policy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offereligibility.dossier.Vocabulary;

/**
 * Rule sets that differ from one in a place, as if somebody had edited a file: read and checked like any, thousands of them
 * in a minute, and not compiled. Safe for threads.
 */
public final class Variants {
    private final RuleSet original;
    private final PolicySource source;

    public Variants(RuleSet original) {
        this.original = original;
        try {
            this.source = PolicySource.read(withoutScenarios(original.folder()));
        } catch (RulesUnusable impossible) {
            throw new IllegalStateException("these files were read before", impossible);
        }
    }

    /**
     * One that passed the checks.
     *
     * @param layers its rules by layer, lowest first; a rule that was not edited is the very same as before
     * @param rows each row of each table as the fact that rules join with, of the original's types
     */
    public record Variant(List<List<RuleSource>> layers, Map<Object, TableRow> rows, Vocabulary vocabulary) {}

    /**
     * The rules if a file had another content.
     *
     * @param content of a workbook: its table as {@link TableText} has it
     * @throws RulesUnusable with every problem for which they would be refused
     */
    public Variant with(String file, String content) throws RulesUnusable {
        String text = TableFile.declared(file); // what was edited of a workbook is its text
        PolicySource read = PolicySource.read(
                source.folder().without(file).with(text, content.getBytes(StandardCharsets.UTF_8)),
                Optional.of(source));
        return new Variant(
                read.layered(), RuleSet.facts(read.rows(), original.compiled().types()), read.vocabulary());
    }

    /** The original, as a variant in which nothing is edited. */
    public Variant unchanged() {
        return new Variant(source.layered(), original.rows(), source.vocabulary());
    }

    /** Scenarios decide nothing. */
    private static PolicyFolder withoutScenarios(PolicyFolder folder) {
        PolicyFolder bare = folder;
        for (String file : folder.files().keySet()) {
            if (file.startsWith("scenarios/")) {
                bare = bare.without(file);
            }
        }
        return bare;
    }
}
