package org.offereligibility.impact;

import java.util.ArrayList;
import java.util.List;
import org.offereligibility.decision.Decision.PolicyVersion;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Verdict;
import org.offereligibility.explanation.Words;

/**
 * What a change of rules does to past cases, in numbers.
 *
 * @param before the old rules
 * @param after the new ones
 * @param matrix of the dossiers that both decide
 * @param changed how many of these are found otherwise in anything, those that turn included
 * @param findings those that appear or vanish anywhere, strongest effect first
 * @param sections every section of either, in their order
 * @param files how many turns each changed file would undo if it alone were put back as it was
 */
public record ImpactSummary(
        PolicyVersion before,
        PolicyVersion after,
        Matrix matrix,
        long changed,
        Refusals refusals,
        List<FindingCount> findings,
        List<SectionCount> sections,
        List<FileCount> files) {
    /**
     * How many dossiers were refused.
     *
     * @param byOld by the old rules alone
     * @param byNew by the new rules alone
     */
    public record Refusals(long byOld, long byNew, long byBoth) {
        public long sum() {
            return byOld + byNew + byBoth;
        }
    }

    /**
     * A finding of one effect, counted.
     *
     * @param appears how often only the new rules find it
     * @param vanishes how often only the old rules do
     * @param turns how many verdicts turn because of it, alone or with others
     */
    public record FindingCount(String code, Effect effect, String section, long appears, long vanishes, long turns) {}

    /** How many verdicts of a section become better or worse. */
    public record SectionCount(String section, String title, long better, long worse) {}

    /** @param undoes how many turned verdicts would be as before with this file as before */
    public record FileCount(String file, long undoes) {}

    /** How many dossiers both decide. */
    public long decided() {
        return matrix.sum();
    }

    public long turned() {
        return matrix.turned();
    }

    /** Whether the change makes no difference to these dossiers. */
    public boolean isNone() {
        return changed == 0 && refusals.byOld() == 0 && refusals.byNew() == 0;
    }

    /** All of it in a few plain sentences that can be read aloud. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (before.hash().equals(after.hash())) {
            sentences.add("The old and the new rules are the same, file by file.");
        }
        sentences.add(turns());
        if (matrix.better() > 0 && matrix.worse() > 0) {
            sentences.add(said(matrix.better(), "becomes better", "become better") + " and "
                    + said(matrix.worse(), "worse.", "worse."));
        }
        files.forEach(file -> sentences.add("With “" + file.file() + "” as it was and all else new, "
                + (file.undoes() == turned()
                        ? turned() == 1 ? "it would not have turned." : "none of them would have turned."
                        : Words.number(file.undoes()) + " of them would not have turned.")));
        sentences.add(findingsSaid());
        refusals(sentences);
        return sentences;
    }

    private String turns() {
        if (decided() == 0) {
            return "There is no dossier that both the old and the new rules decide.";
        }
        String decided =
                said(decided(), "dossier was decided", "dossiers were decided") + " by both the old and the new rules";
        if (turned() == 0) {
            return decided + ", and no verdict turns.";
        }
        List<String> ways = new ArrayList<>();
        for (Verdict from : Verdict.values()) {
            for (Verdict to : Verdict.values()) {
                if (from != to && matrix.count(from, to) > 0) {
                    ways.add(Words.number(matrix.count(from, to)) + " from " + from + " to " + to);
                }
            }
        }
        String turn = decided + ", and " + said(turned(), "verdict turns", "verdicts turn");
        if (ways.size() > 1) {
            return turn + ": " + listed(ways) + ".";
        }
        return turn + (turned() == 1 ? "," : ", all of them")
                + ways.get(0).substring(ways.get(0).indexOf(' ')) + ".";
    }

    private String findingsSaid() {
        long others = changed - turned();
        if (changed == 0) {
            return "No finding appears or vanishes.";
        }
        if (others == 0) {
            return "In every other dossier exactly the same is found.";
        }
        return "In "
                + said(
                        others,
                        turned() == 0 ? "dossier" : "other dossier",
                        turned() == 0 ? "dossiers" : "other dossiers")
                + " the verdict stays, but not everything that is found.";
    }

    private void refusals(List<String> sentences) {
        if (refusals.byNew() > 0) {
            sentences.add(
                    said(refusals.byNew(), "dossier", "dossiers") + " that the old rules decide, the new ones refuse.");
        }
        if (refusals.byOld() > 0) {
            sentences.add(said(refusals.byOld(), "dossier", "dossiers")
                    + " that the new rules decide, the old ones refused.");
        }
        if (refusals.byBoth() > 0) {
            sentences.add(said(refusals.byBoth(), "dossier was", "dossiers were") + " refused by both.");
        }
    }

    private static String said(long count, String one, String many) {
        return Words.number(count) + " " + (count == 1 ? one : many);
    }

    private static String listed(List<String> parts) {
        int last = parts.size() - 1;
        return last == 0 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }
}
