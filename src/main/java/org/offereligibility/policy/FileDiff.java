package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.offereligibility.policy.Difference.Kind;
import org.offereligibility.policy.Difference.RawLine;

/** Files that are no table, rule file, scenario or header, and files without which nothing can be compared. */
final class FileDiff {
    static final String SECTION = "Other files";

    private FileDiff() {}

    static List<Difference> differences(LegiblePolicy before, LegiblePolicy after) {
        TreeSet<String> files = new TreeSet<>(before.folder().files().keySet());
        files.addAll(after.folder().files().keySet());
        List<Difference> differences = new ArrayList<>();
        for (String file : files) {
            byte[] was = before.folder().files().get(file);
            byte[] is = after.folder().files().get(file);
            boolean comparedElsewhere = LegiblePolicy.isPart(file)
                    && !file.equals(PolicyHeader.FILE)
                    && !TableFile.declared(file).equals(LegiblePolicy.WORDS);
            boolean isOfAnotherKind = was == null
                    ? !TableFile.all(before.folder(), file).isEmpty()
                    : is == null && !TableFile.all(after.folder(), file).isEmpty();
            if (comparedElsewhere
                    || isOfAnotherKind
                    || was != null && is != null && (LegiblePolicy.isPart(file) || Arrays.equals(was, is))) {
                continue;
            }
            differences.add(new Difference(
                    Kind.FILE,
                    SECTION,
                    file,
                    was == null
                            ? "New file: " + file + "."
                            : is == null
                                    ? "File removed: " + file + "."
                                    : file + " has another content; no rule reads it.",
                    changed(before.lines(file), after.lines(file)),
                    changed(after.lines(file), before.lines(file))));
        }
        return differences;
    }

    /** The lines from the first to the last in which a text differs from the other. */
    static List<RawLine> changed(List<RawLine> lines, List<RawLine> others) {
        int shorter = Math.min(lines.size(), others.size());
        int first = 0;
        while (first < shorter
                && lines.get(first).text().equals(others.get(first).text())) {
            first++;
        }
        int alike = 0;
        while (alike < shorter - first
                && lines.get(lines.size() - 1 - alike)
                        .text()
                        .equals(others.get(others.size() - 1 - alike).text())) {
            alike++;
        }
        return lines.subList(first, lines.size() - alike);
    }
}
