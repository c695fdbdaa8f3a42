package org.offereligibility.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.offereligibility.decision.Engines;
import org.offereligibility.decision.EnginesDisagree;
import org.offereligibility.decision.RuleFailed;
import org.offereligibility.decision.Verdict;
import org.offereligibility.desk.Consideration;
import org.offereligibility.desk.Consideration.Case;
import org.offereligibility.desk.Desk;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Intake;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Vocabulary;
import org.offereligibility.explanation.ChangeSearch;
import org.offereligibility.policy.RuleSource;
import org.offereligibility.policy.RulesUnusable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers questions about the decision on one dossier. */
@Command(
        name = "explain",
        description = {
            "Explains the decision on one dossier: as a reading for one of three, or as the answer to a question.",
            "Without a question, it is read by whom `--for` names."
        },
        sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final StandardError err;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "DOSSIER",
            description = "A file of one dossier (.json), or one of several with `--candidate`; - for standard input.")
    private String input = "";

    @Option(names = "--candidate", paramLabel = "ID", description = "Which dossier, where there are several.")
    private Optional<String> candidate = Optional.empty();

    @Option(
            names = "--for",
            paramLabel = "READER",
            defaultValue = "committee",
            description =
                    "committee: plain sentences, the verdict first (the default); auditor: everything, with hashes,"
                            + " rule texts and pointers; candidate: the reasons in words that can be sent.")
    private Question.Reader reader = Question.Reader.COMMITTEE;

    @Option(
            names = "--rule",
            paramLabel = "CODE",
            description = "What the rule of that code found and because of what, or why it found nothing.")
    private Optional<String> rule = Optional.empty();

    @Option(names = "--not", paramLabel = "CODE", description = "Why the rule of that code did not find (more).")
    private Optional<String> not = Optional.empty();

    @Option(names = "--all", description = "Why each of the rules that found nothing did not.")
    private boolean all;

    @Option(
            names = "--change",
            description = "What would have to change for a better verdict: the smallest sets of up to three changes.")
    private boolean change;

    @Option(
            names = "--to",
            paramLabel = "VERDICT",
            description = "With `--change`: the verdict to reach (default: the next better one).")
    private Optional<Verdict> to = Optional.empty();

    @Option(
            names = "--effort",
            paramLabel = "N",
            description = "With `--change`: how many conclusions may be drawn before the search ends (default: "
                    + ChangeSearch.USUAL_BOUND + ").")
    private Optional<Integer> effort = Optional.empty();

    @Option(names = "--open", description = "Whether what is still open can turn the verdict, and what would suffice.")
    private boolean open;

    @Option(
            names = "--set",
            paramLabel = "/POINTER=VALUE",
            description = "What if: decide with this change, and compare. Several may be given; the value is JSON, or a"
                    + " word as it stands; /list/- adds an entry.")
    private List<String> sets = new ArrayList<>();

    @Option(names = "--remove", paramLabel = "/POINTER", description = "What if: the same without what stands there.")
    private List<String> removals = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "text (the default), markdown, html: a page that prints well, json; or svg: the derivation as a"
                            + " picture.")
    private Question.Form form = Question.Form.TEXT;

    @Mixin
    private Setting setting = new Setting();

    ExplainCommand(Surroundings surroundings, StandardError err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        Question question = question();
        Moment evaluationTime = setting.evaluationTime(surroundings);
        Screen screen = setting.screen(surroundings);
        try (Output output = setting.output(surroundings, spec, List.of(input));
                Intake intake = Intake.of(List.of(input), surroundings.in())) {
            Desk desk = setting.desk(surroundings, Engines.BOTH);
            List<Problem> problems = new ArrayList<>();
            Optional<Case> found = find(desk, intake, evaluationTime, problems);
            if (found.isEmpty()) {
                return refused(problems);
            }
            known(found.get());
            Question.Answered answered = question.ask(found.get(), evaluationTime);
            if (!answered.problems().isEmpty()) {
                return refused(answered.problems());
            }
            output.write(answered.in(form, screen));
            output.complete();
            return ExitCode.DECIDED;
        } catch (RulesUnusable unusable) {
            return Setting.unusable(unusable, err);
        } catch (RuleFailed failed) {
            return refused(List.of(new Problem(input, 0, 0, "", String.valueOf(failed.getMessage()))));
        } catch (EnginesDisagree disagreement) {
            err.line(input + ": " + disagreement.getMessage());
            return ExitCode.INTERNAL;
        }
    }

    private int refused(List<Problem> problems) {
        problems.forEach(problem -> err.line(problem.toString()));
        return ExitCode.REFUSED;
    }

    /** The question that was asked; at most one can be. */
    private Question question() {
        List<String> asked = Stream.of(
                        rule.isPresent() ? "--rule" : "",
                        not.isPresent() ? "--not" : "",
                        all ? "--all" : "",
                        change ? "--change" : "",
                        open ? "--open" : "",
                        sets.isEmpty() && removals.isEmpty() ? "" : "--set")
                .filter(option -> !option.isEmpty())
                .toList();
        if (asked.size() > 1) {
            throw mistake("one question at a time: `" + String.join("` and `", asked) + "` are several");
        }
        if (!asked.isEmpty() && reader != Question.Reader.COMMITTEE) {
            throw mistake("`--for` chooses a reading of the decision, and `" + asked.get(0)
                    + "` asks a question: leave one of them out");
        }
        if (form == Question.Form.SVG && (!asked.isEmpty() || reader != Question.Reader.COMMITTEE)) {
            throw mistake("`--format svg` draws the derivation of the decision: leave `"
                    + (asked.isEmpty() ? "--for" : asked.get(0)) + "` out");
        }
        if (!change && (to.isPresent() || effort.isPresent())) {
            throw mistake("`" + (to.isPresent() ? "--to" : "--effort") + "` belongs to `--change`");
        }
        if (effort.orElse(1) < 1) {
            throw mistake("`--effort` takes a whole number from 1, but was `" + effort.orElse(1) + "`");
        }
        return rule.map(Question::ofRule)
                .or(() -> not.map(Question::notOfRule))
                .orElseGet(() -> all
                        ? Question.everyRule()
                        : change
                                ? Question.change(to, effort.orElse(ChangeSearch.USUAL_BOUND))
                                : open
                                        ? Question.stillOpen()
                                        : asked.isEmpty() ? Question.reading(reader) : Question.whatIf(sets, removals));
    }

    /** The dossier that is asked about; or none, with every problem of what was read. */
    private Optional<Case> find(Desk desk, Intake intake, Moment evaluationTime, List<Problem> problems)
            throws RulesUnusable {
        Optional<Case> found = Optional.empty();
        TreeSet<String> others = new TreeSet<>();
        int read = 0;
        while (intake.hasNext()) {
            Intake.Item item = intake.next();
            read++;
            if (read > 1 && candidate.isEmpty()) {
                throw mistake("there are several dossiers in `" + input + "`: name one with `--candidate ID`");
            }
            Consideration considered = item instanceof Intake.Item.Text text
                    ? consider(desk, text.entry(), evaluationTime)
                    : new Consideration.Refused(List.of(((Intake.Item.Unopened) item).problem()));
            if (considered instanceof Case asked) {
                String id = asked.dossier().candidateId();
                if (candidate.isEmpty() || candidate.get().equals(id)) {
                    if (found.isPresent()) {
                        throw mistake("there are several dossiers of `" + id + "` in `" + input + "`");
                    }
                    found = Optional.of(asked);
                }
                others.add(id);
            } else {
                problems.addAll(((Consideration.Refused) considered).problems());
            }
        }
        if (found.isEmpty() && candidate.isPresent() && problems.isEmpty()) {
            throw mistake("there is no dossier of `" + candidate.get() + "` in `" + input + "`"
                    + Vocabulary.nearest(candidate.get(), others)
                            .map(near -> ": did you mean `" + near + "`?")
                            .orElse(""));
        }
        if (found.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem(input, 0, 0, "", "there is no dossier here"));
        }
        return found;
    }

    private static Consideration consider(Desk desk, Entry entry, Moment evaluationTime) throws RulesUnusable {
        return desk.consider(entry, evaluationTime);
    }

    /** Refuses a code that no rule has, naming the nearest that one has. */
    private void known(Case asked) {
        rule.or(() -> not).ifPresent(code -> {
            List<String> codes = asked.evaluator().rules().rules().stream()
                    .map(RuleSource::code)
                    .filter(known -> !known.isEmpty())
                    .toList();
            if (!codes.contains(code)) {
                throw mistake("no rule has the code `" + code + "`"
                        + Vocabulary.nearest(code, codes)
                                .map(near -> ": did you mean `" + near + "`?")
                                .orElse(""));
            }
        });
    }

    private ParameterException mistake(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
