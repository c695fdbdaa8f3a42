package org.offereligibility.oracle;

import java.util.SortedSet;

/** The page's section narrative-alignment. */
final class NarrativeByHand {
    private static final String EXECUTIVES = "executive-review";
    private static final String[] ALIGNED = {
        "interface-layer-framing", "identity-exploration-framing", "emotional-practice-framing"
    };

    private final Sheet sheet;
    private final Findings findings = new Findings();

    private NarrativeByHand(Sheet sheet) {
        this.sheet = sheet;
    }

    static SortedSet<String> findings(Sheet sheet) {
        NarrativeByHand section = new NarrativeByHand(sheet);
        Sheet.ROUNDS.forEach(section::reductive);
        Sheet.ROUNDS.forEach(section::entertainment);
        Sheet.ROUNDS.forEach(section::wherever);
        section.executives();
        section.trends();
        return section.findings.written();
    }

    private void reductive(String round) {
        if (sheet.seen(round, "reductive-framing")) {
            if (sheet.seen(round, "linked-to-user-psychology")) {
                findings.add("reductive-framing-qualified", "NOTE", round);
            } else {
                findings.add("reductive-framing", "BLOCK", round);
            }
        }
    }

    private void entertainment(String round) {
        if (!sheet.seen(round, "entertainment-first-framing")) {
            return;
        }
        if (round.equals(EXECUTIVES)) {
            findings.add("narrative-misaligned", "BLOCK", EXECUTIVES);
        } else if (sheet.seen(round, "linked-to-user-psychology") || alignedAfter(round)) {
            findings.add("entertainment-framing-corrected", "NOTE", round);
        } else {
            findings.add("entertainment-framing", "REFER", round);
        }
    }

    private boolean alignedAfter(String round) {
        return Sheet.ROUNDS.stream()
                .skip(Sheet.ROUNDS.indexOf(round) + 1L)
                .anyMatch(later -> sheet.seen(later, ALIGNED));
    }

    private void wherever(String round) {
        if (sheet.seen(round, ALIGNED)) {
            findings.add("aligned-framing", "SUPPORT", round);
        }
        if (sheet.seen(round, "direct-user-observation")) {
            findings.add("grounded-in-users", "SUPPORT", round);
        }
        if (sheet.seen(round, "point-of-view-defended")) {
            findings.add("point-of-view-defended", "SUPPORT", round);
        }
    }

    private void executives() {
        if (sheet.seen(EXECUTIVES, "challenged-groupthink")) {
            findings.add("challenged-groupthink", "SUPPORT", EXECUTIVES);
        }
        if (sheet.seen(EXECUTIVES, "thinks-in-quarters")) {
            findings.add("short-horizon", "REFER", EXECUTIVES);
        }
        if (sheet.seen(EXECUTIVES, "thinks-in-years")) {
            findings.add("long-horizon", "SUPPORT", EXECUTIVES);
        }
    }

    private void trends() {
        if (sheet.seenAnywhere("generic-trend-citation")) {
            if (sheet.seenAnywhere("direct-user-observation")) {
                findings.add("generic-trend-cited", "NOTE", "candidate");
            } else {
                findings.add("ungrounded-narrative", "REFER", "candidate");
            }
        }
    }
}
