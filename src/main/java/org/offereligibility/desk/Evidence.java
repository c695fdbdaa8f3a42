package org.offereligibility.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offereligibility.dossier.Exact;
import org.offereligibility.policy.Manifest;
import org.offereligibility.policy.Remark;
import org.offereligibility.policy.Share;
import org.offereligibility.policy.Thresholds;

/**
 * What was found out about a draft before it is published. What was not measured is absent, and never taken for granted.
 *
 * @param remarks what the check of meaning has to say
 * @param scenarios how many of HR's scenarios come out as they say
 * @param failures of each scenario that does not: which, and what came out instead
 * @param coverage how much of the rules the scenarios reach
 * @param mutation how many changes of the rules the scenarios notice
 * @param survivors the changes that nobody would notice, in sentences
 * @param changes against the version before, in sentences
 * @param impact on past cases, in sentences
 */
public record Evidence(
        Optional<List<Remark>> remarks,
        Optional<Share> scenarios,
        List<String> failures,
        Optional<Share> coverage,
        Optional<Share> mutation,
        List<String> survivors,
        Optional<List<String>> changes,
        Optional<List<String>> impact) {
    /** Nothing was measured. */
    public static final Evidence NONE = new Evidence(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    /** What of it a manifest keeps. */
    Manifest.Measured measured() {
        return new Manifest.Measured(
                remarks.map(
                        all -> (int) all.stream().filter(Evidence::isWarning).count()),
                scenarios,
                coverage,
                mutation,
                survivors,
                changes,
                impact);
    }

    /** What was found out, in a line each; what was not measured is not told. */
    public List<String> told() {
        List<String> told = new ArrayList<>();
        told.add("Its rules can be read and run.");
        remarks.ifPresent(all -> told.add("Check of meaning: " + count(all.size(), "remark") + "."));
        scenarios.ifPresent(share -> told.add(
                share.of() == 0 ? "Scenarios: there are none." : "Scenarios: " + share + " come out as they should."));
        coverage.ifPresent(share -> told.add("Coverage: " + share.inPercent() + "."));
        mutation.ifPresent(share -> told.add("Changes that the scenarios notice: " + share.inPercent() + "."));
        changes.ifPresent(all -> {
            told.add("Against the version before: " + count(all.size(), "change") + ".");
            all.forEach(change -> told.add("  " + change));
        });
        impact.ifPresent(told::addAll);
        return told;
    }

    private static String count(int number, String thing) {
        return number == 0 ? "no " + thing : number + " " + thing + (number == 1 ? "" : "s");
    }

    /** Every reason, in a sentence each, for which it is not enough to publish on. */
    List<String> lacking(Thresholds thresholds) {
        List<String> lacking = new ArrayList<>();
        remarks.ifPresent(all -> all.stream()
                .filter(remark -> !isWarning(remark) || !thresholds.warningsAllowed())
                .sorted(Remark.BY_PLACE)
                .forEach(remark -> lacking.add(remark.problem().toString())));
        if (remarks.isEmpty() && !thresholds.warningsAllowed()) {
            lacking.add(unmeasured(
                    "that the check of meaning has nothing to warn of", "it was not made", "warnings: allowed"));
        }
        scenarios.ifPresent(share -> {
            if (!share.isAll()) {
                lacking.add(share.of() - share.part() + " of " + share.of()
                        + (share.of() == 1 ? " scenario does" : " scenarios do") + " not come out as it should:");
                failures.forEach(failure -> lacking.add("  " + failure));
            }
        });
        if (scenarios.isEmpty()) {
            lacking.add("The scenarios were not run.");
        }
        reached(lacking, coverage, thresholds.coverage(), "coverage", "the scenarios reach", "of the rules");
        if (!reached(lacking, mutation, thresholds.mutation(), "mutation", "the scenarios notice", "of all changes")) {
            survivors.forEach(survivor -> lacking.add("  " + survivor));
        }
        return lacking;
    }

    private boolean reached(
            List<String> lacking, Optional<Share> share, Exact asked, String name, String verb, String what) {
        if (asked.equals(Exact.ZERO) || share.isPresent() && share.get().reaches(asked)) {
            return true;
        }
        lacking.add(
                share.map(found -> Character.toUpperCase(verb.charAt(0)) + verb.substring(1) + " " + found.inPercent()
                                + " " + what + ", and `policy.yaml` asks for " + asked.spoken()
                                + " %.")
                        .orElseGet(
                                () -> failures.isEmpty()
                                        ? unmeasured(
                                                "that " + verb + " " + asked.spoken() + " % " + what,
                                                "that was not measured",
                                                name + ": 0")
                                        : "How many of all changes the scenarios notice is measured once all of them come out as they should."));
        return false;
    }

    private static String unmeasured(String what, String but, String instead) {
        return "`policy.yaml` asks " + what + ", but " + but + "; to ask for nothing, declare `" + instead
                + "` under `publishing:`.";
    }

    private static boolean isWarning(Remark remark) {
        return remark.severity() == Remark.Severity.WARNING;
    }
}
