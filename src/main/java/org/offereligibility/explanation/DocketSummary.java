package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Verdict;

/**
 * Many decisions in one table. It may be given any number of them one after the other: it lists so many and no more, and
 * counts them all. Not safe for threads.
 */
public final class DocketSummary {
    public static final int DEFAULT_ROWS = 1_000;

    /** So many codes say why; the page says the rest. */
    private static final int CODES = 3;

    private final int rowLimit;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, String> sectionTitles = new LinkedHashMap<>();
    private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    private long refused;

    /**
     * @param sections the verdict of each section, by its name
     * @param deciding the first codes that decided, with how many more there are; empty where nothing stands against it
     */
    record Row(String candidate, Verdict verdict, Map<String, Verdict> sections, String deciding) {}

    /** A summary of at most {@value #DEFAULT_ROWS} rows. */
    public DocketSummary() {
        this(DEFAULT_ROWS);
    }

    /** @param rowLimit how many decisions are listed, 0 or more; those beyond are only counted */
    public DocketSummary(int rowLimit) {
        if (rowLimit < 0) {
            throw new IllegalArgumentException("a summary lists 0 decisions or more, not " + rowLimit);
        }
        this.rowLimit = rowLimit;
    }

    /** Counts a decision, and lists it while there is room. */
    public void add(Decision decision) {
        counts.merge(decision.verdict(), 1L, Long::sum);
        if (rows.size() >= rowLimit) {
            return;
        }
        Map<String, Verdict> sections = new LinkedHashMap<>();
        for (Decision.SectionVerdict section : decision.sections()) {
            sections.put(section.section(), section.verdict());
            sectionTitles.putIfAbsent(section.section(), Page.title(section));
        }
        rows.add(new Row(
                Printable.of(decision.candidateId()), decision.verdict(), sections, deciding(Page.deciding(decision))));
    }

    /** Counts an input that was refused, so that there is no decision on it. */
    public void addRefused() {
        refused++;
    }

    /**
     * The summary as plain text; its lines end with a line feed.
     *
     * @param width of a line in code points, at least {@value CommitteeText#NARROWEST}
     * @param colour whether to colour for a terminal
     * @throws IllegalArgumentException if the width is too small
     */
    public String text(int width, boolean colour) {
        return new DocketText(this, new Sheet(width, colour)).toString();
    }

    /** The summary as CommonMark with tables. */
    public String markdown() {
        return new DocketMarkdown(this).toString();
    }

    long count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }

    long refused() {
        return refused;
    }

    List<Row> rows() {
        return rows;
    }

    /** Titles by name, in the order in which the decisions brought them. */
    Map<String, String> sectionTitles() {
        return sectionTitles;
    }

    String heading() {
        long all = decisions();
        return Words.number(all)
                + (all == 1 ? " decision" : " decisions")
                + (refused == 0
                        ? ""
                        : ", " + Words.number(refused) + " refused " + (refused == 1 ? "input" : "inputs"));
    }

    /** What is said below the rows if not all decisions are listed; else empty. */
    String more() {
        long more = decisions() - rows.size();
        return more == 0
                ? ""
                : "... and " + Words.number(more) + " more " + (more == 1 ? "decision" : "decisions")
                        + ", counted above but not listed.";
    }

    /** What the signs mean that stand in a row, best verdict first. */
    static String legend() {
        StringBuilder legend = new StringBuilder();
        for (Verdict verdict : bestFirst()) {
            legend.append(legend.isEmpty() ? "" : ", ").append(Shape.andWord(verdict));
        }
        return legend.toString();
    }

    static List<Verdict> bestFirst() {
        return List.of(Verdict.ELIGIBLE, Verdict.REFER, Verdict.INCOMPLETE, Verdict.INELIGIBLE);
    }

    static String sign(Row row, String section) {
        Verdict verdict = row.sections().get(section);
        return verdict == null ? "-" : Shape.of(verdict);
    }

    private long decisions() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String deciding(List<String> codes) {
        int more = codes.size() - CODES;
        return more <= 0
                ? String.join(", ", codes)
                : String.join(", ", codes.subList(0, CODES)) + " and " + more + " more";
    }
}
