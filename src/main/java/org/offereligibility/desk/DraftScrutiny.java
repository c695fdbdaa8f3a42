package org.offereligibility.desk;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Intake;
import org.offereligibility.impact.Comparison;
import org.offereligibility.impact.Impact;
import org.offereligibility.policy.PolicyDiff;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RulesUnusable;
import org.offereligibility.policy.Share;
import org.offereligibility.trial.Coverage;
import org.offereligibility.trial.Fate;
import org.offereligibility.trial.Meaning;
import org.offereligibility.trial.Mutation;
import org.offereligibility.trial.MutationReport;
import org.offereligibility.trial.ScenarioResult;
import org.offereligibility.trial.ScenarioRun;

/**
 * The one place where all that is found out about a draft comes together. Every measure that the program has is taken here,
 * and only here.
 */
public final class DraftScrutiny implements Scrutiny {
    private final Optional<Path> cache;
    private final Consumer<String> progress;

    /**
     * @param cache where compiled rules are kept; none to compile anew
     * @param progress takes how far it has come, from any thread
     */
    public DraftScrutiny(Optional<Path> cache, Consumer<String> progress) {
        this.cache = cache;
        this.progress = progress;
    }

    @Override
    public Evidence of(Case draft) throws RulesUnusable {
        RuleSet rules = draft.draft();
        ScenarioRun run = ScenarioRun.of(rules);
        Optional<MutationReport> mutation = mutation(rules, run);
        return new Evidence(
                Optional.of(Meaning.of(rules)),
                Optional.of(new Share(
                        run.results().size() - run.failed().size(),
                        run.results().size())),
                run.failed().stream().map(DraftScrutiny::failure).toList(),
                Optional.of(Coverage.of(run).share()),
                mutation.map(DraftScrutiny::noticed),
                mutation.map(DraftScrutiny::survivors).orElse(List.of()),
                draft.previous().map(previous -> changes(previous, rules.folder())),
                impact(draft));
    }

    /** The longest of all measures, taken only if it is asked for and can tell something. */
    private Optional<MutationReport> mutation(RuleSet rules, ScenarioRun run) {
        if (rules.header().thresholds().mutation().equals(Exact.ZERO)
                || !run.failed().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MutationReport(
                rules,
                new Mutation(rules)
                        .tried(
                                every -> true,
                                Math.max(1, Runtime.getRuntime().availableProcessors()),
                                (done, all) -> progress.accept("slips tried: " + done + " of " + all))));
    }

    private static Share noticed(MutationReport report) {
        long noticed = report.killed() + report.refused();
        return new Share((int) noticed, (int) (noticed + report.survivors()));
    }

    private static List<String> survivors(MutationReport report) {
        return report.tried().stream()
                .filter(tried -> tried.fate() instanceof Fate.ToldApart || tried.fate() instanceof Fate.Open)
                .map(Mutation.Tried::mutant)
                .map(mutant -> "Nobody would notice if " + mutant.instead() + " (" + mutant.file() + ", line "
                        + mutant.line() + ").")
                .toList();
    }

    private static String failure(ScenarioResult failed) {
        return "\"" + failed.scenario().name() + "\" (" + failed.scenario().file() + ", line "
                + failed.scenario().line() + "): "
                + String.join(
                        " ",
                        failed.failures().stream()
                                .map(ScenarioResult.Failure::said)
                                .toList());
    }

    private static List<String> changes(PolicyFolder previous, PolicyFolder draft) {
        return PolicyDiff.sentences(previous, draft).stream()
                .map(PolicyDiff.Sentence::sentence)
                .toList();
    }

    private Optional<List<String>> impact(Case draft) throws RulesUnusable {
        if (draft.previous().isEmpty() || draft.dossiers().isEmpty()) {
            return Optional.empty();
        }
        Comparison comparison = new Comparison(RuleSet.of(draft.previous().get(), cache), draft.draft(), cache);
        try (Intake dossiers = Intake.of(draft.dossiers(), InputStream.nullInputStream())) {
            return Optional.of(
                    Impact.of(comparison, dossiers, draft.firstMoment()).sentences());
        }
    }
}
