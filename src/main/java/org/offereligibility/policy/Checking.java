package org.offereligibility.policy;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.offereligibility.dossier.Problem;

/** Everything that is wrong with one folder of rules, at once: what reading it finds and, if that is nothing, what the engine does. */
public final class Checking {
    private Checking() {}

    /**
     * @param cache where compiled rules are kept; none to compile anew
     * @return errors only, by place; empty if the rules can be used and every rule that finds something has a scenario
     */
    public static List<Remark> of(PolicyFolder folder, Optional<Path> cache) {
        List<Remark> remarks = new ArrayList<>(ofReading(folder));
        if (remarks.stream().allMatch(remark -> remark.kind().equals(FaultKind.NO_SCENARIO.word()))) {
            try {
                RuleSet.of(folder, cache);
            } catch (RulesUnusable unusable) {
                unusable.problems()
                        .forEach(problem -> remarks.add(
                                new Remark(Remark.Severity.ERROR, FaultKind.ENGINE.word(), problem, Optional.empty())));
            }
        }
        remarks.sort(Remark.BY_PLACE);
        return List.copyOf(remarks);
    }

    /** The same without compiling anything. */
    static List<Remark> ofReading(PolicyFolder folder) {
        return ofReading(folder, true);
    }

    /** @param withDossiers whether the dossiers of scenarios are read too */
    static List<Remark> ofReading(PolicyFolder folder, boolean withDossiers) {
        PolicySource.Examined examined = PolicySource.examine(folder, withDossiers);
        Faults beyond = new Faults(folder);
        isNamedByADay(folder, beyond);
        if (examined.remarks().stream().noneMatch(remark -> remark.kind().equals(FaultKind.SCENARIO.word()))) {
            haveScenarios(examined.source(), beyond);
        }
        List<Remark> remarks = new ArrayList<>(examined.remarks());
        remarks.addAll(beyond.remarks());
        remarks.sort(Remark.BY_PLACE);
        return remarks;
    }

    /** A version that is meant to be in force on a day that there is not would never be. */
    private static void isNamedByADay(PolicyFolder folder, Faults faults) {
        isNoDay(folder.version())
                .ifPresent(message -> faults.of(FaultKind.FILE).accept(new Problem("", 0, 0, "", message)));
    }

    /** What to say of a folder whose name begins like a day and is none. */
    static Optional<String> isNoDay(String folderName) {
        if (folderName.isEmpty() || !Character.isDigit(folderName.charAt(0))) {
            return Optional.empty();
        }
        try {
            LocalDate.parse(folderName);
            return Optional.empty();
        } catch (DateTimeException none) {
            return Optional.of("the folder is called " + VisibleText.shown(folderName)
                    + ", which is no day: call it by the first day on which its rules are in force, such as"
                    + " `2025-01-31`, or `draft`");
        }
    }

    private static void haveScenarios(PolicySource source, Faults faults) {
        Set<String> shown = new HashSet<>();
        source.scenarios().forEach(scenario -> shown.add(scenario.rule()));
        for (RuleSource rule : source.rules()) {
            if (!rule.code().isEmpty() && !shown.contains(rule.code())) {
                faults.of(FaultKind.NO_SCENARIO)
                        .accept(new Problem(
                                rule.file(),
                                rule.line(),
                                rule.at().column(),
                                "",
                                "no scenario is about this rule: write one with `rule: " + rule.code()
                                        + "` in the folder `scenarios`, in which it holds"));
            }
        }
    }
}
