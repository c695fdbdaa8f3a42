package org.offereligibility.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a slip of the hand makes of a file, the check says something sensible of it or nothing at all. */
class MutilatedRulesTests {
    private static final int CASES_OF_A_FILE = 8;
    private static final String STRANGE = "\"(){},;:.=@$/*\\\n\t -#'\u00A0\u201Cé0x";

    @Test
    void aSlipOfTheHandIsNeverAFaultOfTheProgram() {
        Random dice = new Random(20250101);
        for (String file : Mistakes.RULES.files().keySet()) {
            for (int i = 0; i < CASES_OF_A_FILE; i++) {
                String before = Mistakes.text(file);
                String after = slip(before, dice);
                long lines = after.lines().count() + 1;
                for (Remark remark : Checking.ofReading(Mistakes.with(file, after), false)) {
                    String said = file + ", case " + i + ": " + remark.problem();
                    boolean isHere = remark.problem().file().endsWith("/" + file);
                    assertThat(remark.problem().message()).as(said).doesNotContain("Exception", "org.offer");
                    assertThat(remark.problem().line()).as(said).isNotNegative();
                    if (isHere) {
                        assertThat(remark.problem().line()).as(said).isLessThanOrEqualTo((int) lines);
                    } else {
                        assertThat(speaksOf(file, remark)).as(said).isTrue();
                    }
                }
            }
        }
    }

    /** What rules and tables say of each other may be wrong in either; of a scenario nothing else speaks but scenarios. */
    private static boolean speaksOf(String file, Remark remark) {
        String other = remark.problem().file();
        if (file.startsWith("scenarios/")) {
            return other.contains("scenarios/") || remark.kind().equals("no-scenario");
        }
        return List.of(
                        "unknown-name",
                        "duplicate",
                        "table",
                        "circle",
                        "rule",
                        "scenario",
                        "file",
                        "vocabulary",
                        "no-scenario")
                .contains(remark.kind());
    }

    private static String slip(String text, Random dice) {
        if (text.isEmpty()) {
            return text;
        }
        int at = dice.nextInt(text.length());
        return switch (dice.nextInt(6)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.charAt(at) + text.substring(at);
            case 2 -> text.substring(0, at) + STRANGE.charAt(dice.nextInt(STRANGE.length())) + text.substring(at + 1);
            case 3 -> pieces(text, "(?<=\\W)|(?=\\W)", dice);
            case 4 -> pieces(text, "(?<=\n)", dice);
            default -> text.substring(0, at);
        };
    }

    /** One of the pieces is left out, stands twice, or changes places with another. */
    private static String pieces(String text, String cut, Random dice) {
        List<String> pieces = new ArrayList<>(List.of(text.split(cut)));
        int at = dice.nextInt(pieces.size());
        switch (dice.nextInt(3)) {
            case 0 -> pieces.remove(at);
            case 1 -> pieces.add(at, pieces.get(at));
            default -> pieces.set(at, pieces.get(dice.nextInt(pieces.size())));
        }
        return String.join("", pieces);
    }
}
