package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.offereligibility.dossier.Problem;

/** What is wrong with one folder, gathered while it is read: each thing once, however often it shows. */
final class Faults {
    /** So often a file may say the same of several places; beyond, the places stand in one remark. */
    private static final int TOLD_APART = 3;

    private static final int MOST_LINES = 10;
    private static final int MOST_OF_A_FILE = 100;
    private static final int LONGEST_QUOTE = 160;
    private static final Pattern QUOTE = Pattern.compile("`([^`]*)`");

    private final PolicyFolder folder;
    private final List<Found> found = new ArrayList<>();

    private record Found(FaultKind kind, Problem problem) {}

    private record Saying(FaultKind kind, String file, String message) {}

    Faults(PolicyFolder folder) {
        this.folder = folder;
    }

    /** Takes problems of that kind, which name their files relative to the folder. */
    Consumer<Problem> of(FaultKind kind) {
        return problem ->
                found.add(new Found(UnknownName.isTold(problem.message()) ? FaultKind.UNKNOWN_NAME : kind, problem));
    }

    /** By place, files named as the user would open them. */
    List<Remark> remarks() {
        Map<Saying, List<Problem>> bySaying = new LinkedHashMap<>();
        for (Found each : found) {
            Problem problem = each.problem();
            bySaying.computeIfAbsent(
                            new Saying(each.kind(), problem.file(), problem.pointer() + problem.message()),
                            saying -> new ArrayList<>())
                    .add(problem);
        }
        List<Remark> remarks = new ArrayList<>();
        bySaying.forEach((saying, problems) -> {
            List<Problem> places =
                    problems.stream().distinct().sorted(Problem.BY_PLACE).toList();
            if (places.size() <= TOLD_APART) {
                places.forEach(problem -> remarks.add(remark(saying.kind(), problem, "")));
            } else {
                remarks.add(remark(saying.kind(), places.get(0), alsoIn(places)));
            }
        });
        remarks.sort(Remark.BY_PLACE);
        return withoutFloods(remarks);
    }

    private static String alsoIn(List<Problem> places) {
        List<Integer> lines =
                places.stream().skip(1).map(Problem::line).distinct().toList();
        String named = lines.stream().limit(MOST_LINES).map(String::valueOf).collect(Collectors.joining(", "));
        return " (also in line" + (lines.size() == 1 ? " " : "s ") + named
                + (lines.size() > MOST_LINES ? " and " + (lines.size() - MOST_LINES) + " more" : "") + ")";
    }

    private Remark remark(FaultKind kind, Problem problem, String more) {
        String message = QUOTE.matcher(problem.message()).replaceAll(Faults::shortened) + more;
        Problem named =
                new Problem(folder.named(problem.file()), problem.line(), problem.column(), problem.pointer(), message);
        return new Remark(Remark.Severity.ERROR, kind.word(), named, Optional.empty());
    }

    private static String shortened(MatchResult quote) {
        String quoted = quote.group();
        return Matcher.quoteReplacement(
                quoted.length() <= LONGEST_QUOTE
                        ? quoted
                        : quoted.substring(0, quoted.offsetByCodePoints(0, LONGEST_QUOTE / 2)) + "…`");
    }

    /** A file that is something else altogether would hide what is wrong with the others. */
    private static List<Remark> withoutFloods(List<Remark> remarks) {
        Map<String, List<Remark>> byFile = new LinkedHashMap<>();
        remarks.forEach(remark -> byFile.computeIfAbsent(remark.problem().file(), file -> new ArrayList<>())
                .add(remark));
        List<Remark> told = new ArrayList<>();
        byFile.values().forEach(ofFile -> {
            told.addAll(ofFile.subList(0, Math.min(MOST_OF_A_FILE, ofFile.size())));
            if (ofFile.size() > MOST_OF_A_FILE) {
                Remark next = ofFile.get(MOST_OF_A_FILE);
                told.add(new Remark(
                        next.severity(),
                        next.kind(),
                        new Problem(
                                next.problem().file(),
                                next.problem().line(),
                                0,
                                "",
                                "from here on " + (ofFile.size() - MOST_OF_A_FILE)
                                        + " more things are wrong with this file; mend those above first"),
                        Optional.empty()));
            }
        });
        return told;
    }
}
