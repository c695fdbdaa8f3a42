package org.offereligibility.impact;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.offereligibility.decision.Conclusion;
import org.offereligibility.decision.Conclusion.Point;
import org.offereligibility.decision.Engines;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.DossierReader;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Intake;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Reading;
import org.offereligibility.dossier.Vocabularies;
import org.offereligibility.impact.Compared.Place;
import org.offereligibility.impact.Compared.SectionTurn;
import org.offereligibility.impact.Compared.Side;
import org.offereligibility.policy.RuleSet;

/**
 * Decides dossiers by an old and a new set of rules, whichever is in force: first with the matcher alone, and where the verdict
 * turns again in full, so that Drools agrees to every turn. Safe for threads.
 */
public final class Comparison {
    private final RuleSet before;
    private final RuleSet after;
    private final Evaluator old;
    private final Evaluator young;
    private final boolean readAlike;
    private final Set<String> sections = new LinkedHashSet<>();
    private final Causes causes;
    private final ChangedFiles changedFiles;

    /**
     * @param cache where compiled rules are kept; none to compile anew
     * @throws IllegalArgumentException if the two are for different roles
     */
    public Comparison(RuleSet before, RuleSet after, Optional<Path> cache) {
        if (!before.role().equals(after.role())) {
            throw new IllegalArgumentException("rules for two roles cannot be compared");
        }
        this.before = before;
        this.after = after;
        this.old = new Evaluator(before, Engines.MATCHER_ALONE);
        this.young = new Evaluator(after, Engines.MATCHER_ALONE);
        this.readAlike = before.vocabulary().equals(after.vocabulary());
        this.sections.addAll(before.header().sections().keySet());
        this.sections.addAll(after.header().sections().keySet());
        this.causes = new Causes(new Evaluator(before), new Evaluator(after));
        this.changedFiles = new ChangedFiles(before.folder(), after.folder(), cache);
    }

    public RuleSet before() {
        return before;
    }

    public RuleSet after() {
        return after;
    }

    /** Of what was handed in; what could not be opened is refused by both. */
    public Compared compare(Intake.Item item, Moment evaluationTime, boolean told) {
        return item instanceof Intake.Item.Text text
                ? compare(text.entry(), evaluationTime, told)
                : Compared.Refused.unread(((Intake.Item.Unopened) item).problem());
    }

    /**
     * @param evaluationTime the instant at which a dossier is judged that names none
     * @param told whether to say why a verdict turns
     * @throws org.offereligibility.decision.EnginesDisagree if the verdict turns and the two engines do not find the same
     */
    public Compared compare(Entry entry, Moment evaluationTime, boolean told) {
        Reading first = DossierReader.read(entry, only(before), evaluationTime);
        Reading second = readAlike ? first : readAgain(entry, first, evaluationTime);
        Place place = new Place(entry.file(), entry.line());
        if (first instanceof Reading.Accepted one && second instanceof Reading.Accepted other) {
            return decided(place, one.dossier(), other.dossier(), evaluationTime, told);
        }
        Optional<String> candidate = first instanceof Reading.Accepted accepted
                ? Optional.of(accepted.dossier().candidateId())
                : second instanceof Reading.Accepted accepted
                        ? Optional.of(accepted.dossier().candidateId())
                        : Optional.empty();
        return new Compared.Refused(
                place, candidate, side(first, old, evaluationTime), side(second, young, evaluationTime));
    }

    private Reading readAgain(Entry entry, Reading first, Moment evaluationTime) {
        return first instanceof Reading.Accepted accepted
                ? DossierReader.read(entry.file(), accepted.dossier().json(), only(after), evaluationTime)
                : DossierReader.read(entry, only(after), evaluationTime);
    }

    private static Side side(Reading reading, Evaluator evaluator, Moment evaluationTime) {
        if (reading instanceof Reading.Refused refused) {
            return new Side(Optional.empty(), refused.problems());
        }
        Dossier dossier = ((Reading.Accepted) reading).dossier();
        Moment asOf = dossier.asOf().orElse(evaluationTime);
        return new Side(Optional.of(evaluator.conclude(dossier, asOf).verdict()), List.of());
    }

    private Compared decided(Place place, Dossier one, Dossier other, Moment evaluationTime, boolean told) {
        Moment asOf = one.asOf().orElse(evaluationTime);
        Conclusion was = old.conclude(one, asOf);
        Conclusion is = young.conclude(other, asOf);
        boolean turned = was.verdict() != is.verdict();
        Compared.Decided decided = new Compared.Decided(
                place,
                one.candidateId(),
                was.verdict(),
                is.verdict(),
                without(is.findings(), was.findings()),
                without(was.findings(), is.findings()),
                turns(was, is),
                turned ? changedFiles.undoing(other, asOf, was.verdict()) : List.of(),
                List.of());
        return turned ? causes.of(decided, one, other, asOf, told) : decided;
    }

    private static List<Point> without(List<Point> points, List<Point> others) {
        if (points.equals(others)) {
            return List.of();
        }
        List<Point> left = new ArrayList<>(points);
        left.removeAll(Set.copyOf(others));
        return List.copyOf(left);
    }

    private List<SectionTurn> turns(Conclusion was, Conclusion is) {
        if (was.findings().equals(is.findings())) {
            return List.of();
        }
        return sections.stream()
                .map(section -> new SectionTurn(section, verdict(was, section), verdict(is, section)))
                .filter(turn -> turn.before() != turn.after())
                .toList();
    }

    private static Verdict verdict(Conclusion conclusion, String section) {
        return conclusion.findings().stream()
                .filter(point -> point.section().equals(section))
                .map(point -> point.effect().verdict())
                .min(Verdict::compareTo)
                .orElse(Verdict.ELIGIBLE);
    }

    /** These rules read every dossier of their role, whether or not they are in force. */
    private static Vocabularies only(RuleSet rules) {
        return (role, asOf) -> {
            if (!role.equals(rules.role())) {
                throw new Vocabularies.NotInForce(
                        "/role", "the rules that are compared are for the role `" + rules.role() + "`");
            }
            return rules.vocabulary();
        };
    }
}
