package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.EnginesDisagree;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Vocabulary;
import org.offereligibility.explanation.Answer;
import org.offereligibility.explanation.RuleAnswer;
import org.offereligibility.explanation.WhyNotAnswer;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.Scenario;
import org.offereligibility.trial.ScenarioResult.Failure;
import org.offereligibility.trial.ScenarioResult.Kind;

/** What a scenario expects of a decision, held against what came. */
final class Expectations {
    private final Evaluator evaluator;
    private final Scenario scenario;
    private final Dossier dossier;
    private final Decision decision;
    private final Set<String> known;
    private final Set<String> found;
    private final Set<String> supporting;
    private final List<Failure> failures = new ArrayList<>();

    Expectations(Evaluator evaluator, Scenario scenario, Dossier dossier, Decision decision) {
        this.evaluator = evaluator;
        this.scenario = scenario;
        this.dossier = dossier;
        this.decision = decision;
        this.known = evaluator.rules().rules().stream()
                .map(RuleSource::code)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        this.found = codes(decision, false);
        this.supporting = codes(decision, true);
    }

    /** The codes of the findings that speak for the candidate, or of all others; sorted. */
    static Set<String> codes(Decision decision, boolean supporting) {
        return decision.findings().stream()
                .filter(finding -> (finding.effect() == Effect.SUPPORT) == supporting)
                .map(Finding::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<Failure> refused(List<Problem> problems) {
        return problems.stream()
                .map(problem -> said(
                        Kind.DOSSIER_REFUSED,
                        "The dossier is refused: "
                                + (problem.pointer().isEmpty() ? "" : problem.pointer() + ": ")
                                + problem.message()))
                .toList();
    }

    static List<Failure> timeless() {
        return List.of(said(
                Kind.DOSSIER_REFUSED,
                "The dossier does not say when it is judged: give it `asOf:`, such as \"2025-03-27T12:00:00Z\"."));
    }

    static List<Failure> undecided(EnginesDisagree disagreement) {
        return List.of(said(Kind.UNDECIDED, String.valueOf(disagreement.getMessage())));
    }

    /** The verdict first, then codes as the scenario names them, then what was found beside them. */
    List<Failure> failures() {
        verdict();
        Set<String> told = new HashSet<>();
        for (String code : scenario.codes()) {
            if (told.add(code) && isKnown(code) && !found.contains(code)) {
                if (supporting.contains(code)) {
                    failures.add(said(
                            Kind.NOT_FOUND,
                            "`" + code
                                    + "` speaks for the candidate here: it belongs under `supports:`, not `codes:`."));
                } else {
                    missing(code);
                }
            }
        }
        for (String code : scenario.supports()) {
            if (told.add(code) && isKnown(code) && !supporting.contains(code)) {
                missing(code);
            }
        }
        for (String code : found) {
            if (!scenario.codes().contains(code) && told.add(code)) {
                unexpected(code, "was not expected");
            }
        }
        for (String code : scenario.not()) {
            if (told.add(code) && isKnown(code) && supporting.contains(code)) {
                unexpected(code, "must not be there");
            }
        }
        rule(told);
        about();
        return List.copyOf(failures);
    }

    private void verdict() {
        List<String> verdicts =
                Arrays.stream(Verdict.values()).map(Verdict::name).toList();
        if (!verdicts.contains(scenario.verdict())) {
            failures.add(said(
                    Kind.UNKNOWN_WORD,
                    "There is no verdict `" + scenario.verdict() + "`"
                            + near(scenario.verdict(), verdicts)
                                    .orElse("; there are " + String.join(", ", verdicts) + ".")));
        } else if (!decision.verdict().name().equals(scenario.verdict())) {
            failures.add(said(
                    Kind.VERDICT,
                    "Expected the verdict " + scenario.verdict() + ", but it is " + decision.verdict() + "."));
        }
    }

    /** What it says it shows of its rule, where no other expectation has said so. */
    private void rule(Set<String> told) {
        String code = scenario.rule();
        if (code.isEmpty() || !told.add(code) || !isKnown(code)) {
            return;
        }
        boolean there = found.contains(code) || supporting.contains(code);
        scenario.shows().ifPresent(shows -> {
            if (shows == Scenario.Shows.HOLDS && !there) {
                missing(code);
            } else if (shows != Scenario.Shows.HOLDS && there) {
                unexpected(code, "was not expected, since the scenario shows it `" + shows.word() + "`");
            }
        });
    }

    /** What the findings of its rule are about, and in which section they stand. */
    private void about() {
        Set<String> subjects = new TreeSet<>();
        Set<String> sections = new TreeSet<>();
        Set<String> effects = new TreeSet<>();
        decision.findings().stream()
                .filter(finding -> finding.code().equals(scenario.rule()))
                .forEach(finding -> {
                    subjects.add(finding.subject());
                    sections.add(finding.section());
                    effects.add(finding.effect().name());
                });
        scenario.subjects()
                .map(TreeSet::new)
                .filter(expected -> !expected.equals(subjects))
                .ifPresent(expected -> failures.add(new Failure(
                        Kind.ABOUT,
                        scenario.rule(),
                        "Expected `" + scenario.rule() + "` of " + listed(expected) + ", but it was found of "
                                + listed(subjects) + ".",
                        Optional.empty())));
        scenario.effects()
                .map(TreeSet::new)
                .filter(expected -> !expected.equals(effects))
                .ifPresent(expected -> failures.add(new Failure(
                        Kind.ABOUT,
                        scenario.rule(),
                        "Expected `" + scenario.rule() + "` to count as " + listed(expected) + ", but it counts as "
                                + listed(effects) + ".",
                        Optional.empty())));
        scenario.section()
                .filter(expected -> sections.stream().anyMatch(section -> !section.equals(expected)))
                .ifPresent(expected -> failures.add(new Failure(
                        Kind.ABOUT,
                        scenario.rule(),
                        "Expected `" + scenario.rule() + "` in the section `" + expected + "`, but it stands in "
                                + listed(sections) + ".",
                        Optional.empty())));
    }

    private static String listed(Collection<String> words) {
        return words.isEmpty()
                ? "nothing"
                : words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    private boolean isKnown(String code) {
        if (!known.contains(code)) {
            failures.add(said(
                    Kind.UNKNOWN_WORD,
                    "No rule has the code `" + code + "`" + near(code, known).orElse(".")));
        }
        return known.contains(code);
    }

    private static Optional<String> near(String word, Collection<String> words) {
        return Vocabulary.nearest(word, words).map(near -> ": did you mean `" + near + "`?");
    }

    private void missing(String code) {
        Answer why = WhyNotAnswer.of(
                "Why `" + code + "` was not found", List.of(), evaluator.whyNot(dossier, decision.asOf(), code));
        failures.add(
                new Failure(Kind.NOT_FOUND, code, "Expected `" + code + "`, but it was not found.", Optional.of(why)));
    }

    private void unexpected(String code, String how) {
        failures.add(new Failure(
                Kind.FOUND,
                code,
                "`" + code + "` " + how + ", but it was found.",
                Optional.of(RuleAnswer.found(decision, code))));
    }

    private static Failure said(Kind kind, String sentence) {
        return new Failure(kind, "", sentence, Optional.empty());
    }
}
