package org.offereligibility.impact;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.offereligibility.decision.Engines;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Moment;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RulesUnusable;
import org.offereligibility.policy.TableFile;

/**
 * Proves which changed file is behind a turn, by deciding with the new rules in which that file alone is put back as it was.
 * The rules for it are compiled when the first verdict turns. Safe for threads.
 */
final class ChangedFiles {
    /** Each takes a compilation: past so many nobody would wait for them. */
    private static final int MOST = 8;

    private static final String SCENARIOS = "scenarios/";

    /** @param evaluator of the new rules with this file as it was; none where there is no other file that differs */
    private record PutBack(String file, Optional<Evaluator> evaluator) {}

    private final PolicyFolder before;
    private final PolicyFolder after;
    private final Optional<Path> cache;
    private final List<PutBack> compiled = new ArrayList<>();
    private boolean isCompiled;

    ChangedFiles(PolicyFolder before, PolicyFolder after, Optional<Path> cache) {
        this.before = before;
        this.after = after;
        this.cache = cache;
    }

    /** Those files of which each, put back alone, would give the dossier its old verdict again; in the order of their names. */
    List<String> undoing(Dossier dossier, Moment asOf, Verdict old) {
        return compiled().stream()
                .filter(back -> back.evaluator()
                        .map(evaluator -> evaluator.conclude(dossier, asOf).verdict() == old)
                        .orElse(true))
                .map(PutBack::file)
                .toList();
    }

    private synchronized List<PutBack> compiled() {
        if (!isCompiled) {
            isCompiled = true;
            List<String> files = differing();
            if (files.size() == 1) {
                compiled.add(new PutBack(files.get(0), Optional.empty()));
            } else if (files.size() <= MOST) {
                files.forEach(this::compile);
            }
        }
        return compiled;
    }

    /** Tests of the rules are no rules; a table that was a CSV file and is a workbook is one change, as it is now. */
    private List<String> differing() {
        TreeSet<String> names = new TreeSet<>(before.files().keySet());
        names.addAll(after.files().keySet());
        return names.stream()
                .filter(name -> !name.startsWith(SCENARIOS))
                .filter(name -> after.files().containsKey(name)
                        || TableFile.standing(after, name).equals(name))
                .filter(name ->
                        !Arrays.equals(before.files().get(name), after.files().get(name)))
                .toList();
    }

    private void compile(String file) {
        PolicyFolder folder = after.puttingBack(file, before);
        try {
            compiled.add(
                    new PutBack(file, Optional.of(new Evaluator(RuleSet.of(folder, cache), Engines.MATCHER_ALONE))));
        } catch (RulesUnusable doNotFitTogether) {
            // the file cannot be put back alone, so that nothing is proven of it
        }
    }
}
