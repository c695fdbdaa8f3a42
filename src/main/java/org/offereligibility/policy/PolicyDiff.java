package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.Difference.Kind;
import org.offereligibility.policy.Difference.RawLine;

/**
 * In what two versions of a policy differ, or a version and a draft, in sentences. It needs no version that is fit for use:
 * what can be read is compared, and what cannot is told.
 *
 * @param differences by section, in the order of the policy
 * @param unread what could not be compared, and why; files as the user would open them
 * @param reworded files that are not the same, though nothing in them that decides has changed: in comments, white space or order
 */
public record PolicyDiff(
        PolicyFolder before,
        PolicyFolder after,
        List<Difference> differences,
        List<Problem> unread,
        List<String> reworded) {
    /** What differs, and under which heading it is told. */
    public record Sentence(String section, String sentence) {}

    public static PolicyDiff of(PolicyFolder before, PolicyFolder after) {
        return of(LegiblePolicy.read(before), LegiblePolicy.read(after));
    }

    /** The differences, grouped by section in the order of the policy. */
    public static List<Sentence> sentences(PolicyFolder before, PolicyFolder after) {
        return of(before, after).differences().stream()
                .map(difference -> new Sentence(difference.section(), difference.sentence()))
                .toList();
    }

    static PolicyDiff of(LegiblePolicy before, LegiblePolicy after) {
        Map<String, String> titles = sections(after);
        sections(before).forEach(titles::putIfAbsent);
        Function<String, String> title = section -> titles.getOrDefault(section, section);
        List<Difference> found = new ArrayList<>(new HeaderDiff(before, after).differences());
        found.addAll(new RuleDiff(before, after, title).differences());
        found.addAll(new TableDiff(before, after).differences());
        found.addAll(new WordDiff(before, after).differences());
        found.addAll(new FactDiff(before, after).differences());
        found.addAll(new ScenarioDiff(before, after).differences());
        found.addAll(FileDiff.differences(before, after));
        List<Difference> differences = inOrder(found, titles);
        List<Problem> unread = new ArrayList<>();
        for (LegiblePolicy policy : List.of(before, after)) {
            policy.unread().stream()
                    .sorted(Problem.BY_PLACE)
                    .map(problem -> new Problem(
                            policy.folder().named(problem.file()),
                            problem.line(),
                            problem.column(),
                            problem.pointer(),
                            problem.message()))
                    .forEach(unread::add);
        }
        return new PolicyDiff(
                before.folder(),
                after.folder(),
                differences,
                List.copyOf(unread),
                reworded(before, after, differences));
    }

    /** Name and title of each section that {@code policy.yaml} lists. */
    private static Map<String, String> sections(LegiblePolicy policy) {
        Map<String, String> sections = new LinkedHashMap<>();
        Json header = policy.documents().get(PolicyHeader.FILE);
        if (header != null && header.at("/sections").orElse(null) instanceof Json.Arr list) {
            for (Json item : list.items()) {
                if (item.at("/section").orElse(null) instanceof Json.Str name) {
                    sections.put(
                            name.value(),
                            item.at("/title").orElse(null) instanceof Json.Str title ? title.value() : name.value());
                }
            }
        }
        return sections;
    }

    private static List<Difference> inOrder(List<Difference> found, Map<String, String> titles) {
        Set<String> sections = new java.util.LinkedHashSet<>(List.of(HeaderDiff.SECTION));
        sections.addAll(titles.values());
        found.stream()
                .filter(difference -> difference.kind() == Kind.RULE)
                .forEach(difference -> sections.add(difference.section()));
        found.forEach(difference -> sections.add(difference.section()));
        List<String> order = List.copyOf(sections);
        return found.stream()
                .sorted(java.util.Comparator.comparingInt(difference -> order.indexOf(difference.section())))
                .toList();
    }

    private static List<String> reworded(LegiblePolicy before, LegiblePolicy after, List<Difference> differences) {
        Set<String> told = new HashSet<>(before.broken());
        told.addAll(after.broken());
        for (Difference difference : differences) {
            difference.before().stream().map(RawLine::file).forEach(told::add);
            difference.after().stream().map(RawLine::file).forEach(told::add);
            told.add(difference.subject());
        }
        Set<String> files = new TreeSet<>(before.folder().files().keySet());
        files.addAll(after.folder().files().keySet());
        files.removeIf(file -> told.contains(file)
                || Arrays.equals(
                        before.folder().files().get(file),
                        after.folder().files().get(file)));
        return List.copyOf(files);
    }

    /** Whether the files are the same, byte for byte. */
    public boolean isIdentical() {
        return before.hash().equals(after.hash());
    }

    /** Whether a table was a CSV file and is a workbook, or the reverse. */
    private boolean isOfAnotherKind() {
        return reworded.stream()
                .anyMatch(file -> TableFile.isNamedAsTable(file)
                        && before.files().containsKey(file) != after.files().containsKey(file));
    }

    /** {@code 3 rules and 2 table cells differ.} */
    public String summary() {
        if (isIdentical()) {
            return "The two are the same, to the last byte.";
        }
        String unclear = unread.isEmpty() ? "" : " Not everything could be read, and compared.";
        if (differences.isEmpty()) {
            return (unread.isEmpty()
                            ? "Nothing that decides has changed: the files differ in comments, white space"
                                    + (isOfAnotherKind() ? ", order or kind (CSV or workbook)" : " or order")
                                    + " alone."
                            : "Nothing was found to differ.")
                    + unclear;
        }
        Map<Kind, Set<String>> subjects = new EnumMap<>(Kind.class);
        differences.forEach(difference -> subjects.computeIfAbsent(difference.kind(), kind -> new HashSet<>())
                .add(difference.subject()));
        List<String> counts = new ArrayList<>();
        subjects.forEach((kind, of) -> counts.add(Exact.of(of.size()).spoken() + " " + kind.of(of.size())));
        boolean one = subjects.values().stream().mapToInt(Set::size).sum() == 1;
        return Said.list(counts) + (one ? " differs." : " differ.") + unclear;
    }
}
