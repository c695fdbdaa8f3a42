package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Decision.SectionVerdict;
import org.offereligibility.decision.Finding;
import org.offereligibility.explanation.Box.Outline;

/**
 * Where everything stands in the picture of a decision: the verdict above, its sections under it in the policy's order, under
 * each section its findings, and to the right of a finding what it rests on. Lengths are in the picture's units.
 */
final class DerivationDrawing {
    private static final int WIDTH = 1_120;
    private static final int MARGIN = 16;
    private static final int STEM = 14;
    private static final int INDENT = 32;
    private static final int BETWEEN_COLUMNS = 36;
    private static final int BETWEEN_FINDINGS = 14;
    private static final int BETWEEN_BRIEF = 6;
    private static final int BETWEEN_SECTIONS = 26;
    private static final int NARROWEST_BOX = 220;
    private static final int WIDEST_BOX = 484;
    private static final int WIDEST_BRIEF = 760;
    private static final int LEFT = MARGIN + 2 * INDENT;
    private static final int BANNER_TEXT = 72;

    private final Decision decision;
    private final Page page;
    private final Canvas canvas;
    private final FindingBoxes boxes;
    private final int width;

    DerivationDrawing(Decision decision, Page page, Canvas canvas) {
        this.decision = decision;
        this.page = page;
        this.canvas = canvas;
        int columns = FindingBoxes.columns(decision);
        int gaps = (columns - 1) * BETWEEN_COLUMNS;
        int box = Math.max(NARROWEST_BOX, Math.min(WIDEST_BOX, (WIDTH - LEFT - MARGIN - gaps) / columns));
        this.width = Math.max(WIDTH, LEFT + columns * box + gaps + MARGIN);
        this.boxes = new FindingBoxes(decision.verdict(), box, WIDEST_BRIEF);
    }

    int width() {
        return width;
    }

    /** Draws it all, and tells how high it became. */
    int draw() {
        int bannerEnd = banner(MARGIN);
        int y = bannerEnd;
        List<Integer> middles = new ArrayList<>();
        for (SectionVerdict section : sections()) {
            y += BETWEEN_SECTIONS;
            Box box = section(section);
            middles.add(y + box.height() / 2);
            canvas.box(box, MARGIN + INDENT, y);
            y = findings(section, y + box.height());
        }
        if (!middles.isEmpty()) {
            canvas.branches(MARGIN + STEM, bannerEnd, MARGIN + INDENT, middles);
        }
        y += BETWEEN_SECTIONS;
        for (String line : Lettering.FINE.wrapped(String.join(" ", page.footer()), width - 2 * MARGIN, 3)) {
            canvas.words(Lettering.FINE, "fine", line, MARGIN, y);
            y += Lettering.FINE.leading();
        }
        return y + MARGIN;
    }

    private int banner(int y) {
        List<String> meaning = Lettering.MESSAGE.wrapped(page.meaning(), width - 2 * MARGIN - BANNER_TEXT - MARGIN, 3);
        Sign sign = Sign.of(decision.verdict());
        int height = 2 * MARGIN
                + Lettering.FINE.leading()
                + Lettering.VERDICT.leading()
                + meaning.size() * Lettering.MESSAGE.leading();
        canvas.open(sign.hue());
        canvas.banner(sign, MARGIN, y, width - 2 * MARGIN, height);
        canvas.sign(sign, MARGIN + 20, y + height / 2 - 17, 34);
        int top = y + MARGIN;
        int x = MARGIN + BANNER_TEXT;
        String heading = Lettering.FINE
                .wrapped(page.heading(), width - 2 * MARGIN - BANNER_TEXT - MARGIN, 1)
                .get(0);
        canvas.words(Lettering.FINE, "quiet", heading, x, top);
        top += Lettering.FINE.leading();
        canvas.words(Lettering.VERDICT, "", decision.verdict().name(), x, top);
        top += Lettering.VERDICT.leading();
        for (String line : meaning) {
            canvas.words(Lettering.MESSAGE, "ink", line, x, top);
            top += Lettering.MESSAGE.leading();
        }
        canvas.close();
        return y + height;
    }

    /** The policy's sections; a finding of none of them is shown none the less. */
    private List<SectionVerdict> sections() {
        Map<String, SectionVerdict> sections = new LinkedHashMap<>();
        decision.sections().forEach(section -> sections.put(section.section(), section));
        for (Finding finding : decision.findings()) {
            sections.putIfAbsent(
                    finding.section(),
                    new SectionVerdict(finding.section(), "", finding.effect().verdict()));
        }
        return List.copyOf(sections.values());
    }

    private Box section(SectionVerdict section) {
        List<Box.Line> lines = new ArrayList<>(
                Outline.SECTION.lines(Lettering.TITLE, Page.title(section), WIDEST_BOX, Integer.MAX_VALUE));
        if (findings(section).isEmpty()) {
            lines.addAll(Outline.SECTION.lines(Lettering.FINE, "no finding", WIDEST_BOX, 1));
        }
        return new Box(
                Outline.SECTION,
                Optional.of(Sign.of(section.verdict())),
                section.verdict().name(),
                lines,
                WIDEST_BOX,
                List.of());
    }

    private int findings(SectionVerdict section, int from) {
        int y = from;
        List<Integer> middles = new ArrayList<>();
        boolean briefBefore = false;
        for (Finding finding : findings(section)) {
            Box box = boxes.box(finding);
            boolean brief = box.outline() == Outline.BRIEF;
            y += brief && briefBefore ? BETWEEN_BRIEF : BETWEEN_FINDINGS;
            BoxTree tree = new BoxTree(box, BETWEEN_COLUMNS);
            middles.add(y + tree.y(box) + box.height() / 2);
            tree(tree, box, y);
            y += tree.height();
            briefBefore = brief;
        }
        if (!middles.isEmpty()) {
            canvas.branches(MARGIN + INDENT + STEM, from, LEFT, middles);
        }
        return y;
    }

    private List<Finding> findings(SectionVerdict section) {
        return decision.findings().stream()
                .filter(finding -> finding.section().equals(section.section()))
                .toList();
    }

    private void tree(BoxTree tree, Box box, int top) {
        int x = LEFT + tree.x(box);
        int y = top + tree.y(box);
        canvas.box(box, x, y);
        for (boolean absent : new boolean[] {false, true}) {
            List<Integer> middles = box.because().stream()
                    .filter(child -> (child.outline() == Outline.ABSENT) == absent)
                    .map(child -> top + tree.y(child) + child.height() / 2)
                    .toList();
            int right = x + box.width();
            if (!middles.isEmpty()) {
                canvas.wires(right, y + box.height() / 2, right + BETWEEN_COLUMNS, middles, absent);
            }
        }
        box.because().forEach(child -> tree(tree, child, top));
    }
}
