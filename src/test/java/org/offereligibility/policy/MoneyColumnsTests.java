package org.offereligibility.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Problem;

/** Bands as people keep them: money in every dress that spreadsheet programs give it. */
class MoneyColumnsTests {
    private final List<Problem> problems = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "role,level,base minimum,base maximum,may soften\npmm,mid,185000,230000,yes\n",
                "role,level,Base Minimum,Base Maximum,May Soften\r\npmm,mid,\"185,000\",\"230,000\",yes\r\n",
                "role,level,base-minimum,base-maximum,may-soften\npmm,mid,\" 185,000 \",\"230,000.00\",yes\n",
                "\uFEFFrole;level;baseMinimum;baseMaximum;maySoften\r\npmm;mid;185000;230000;yes\r\n",
                "role\tlevel\tbase minimum\tbase maximum\tmay soften\npmm\tmid\t185000.0\t230000.00\tyes\n",
            })
    void readsTheSameBandFromEveryFormThatCanMeanOnlyIt(String text) {
        assertThat(band(text)).containsExactly("pmm", "mid", Exact.of(185_000), Exact.of(230_000), true);
        assertThat(problems).isEmpty();
    }

    @Test
    void refusesAnUnquotedThousandsCommaAsACellTooMany() {
        band("role,level,base minimum,base maximum,may soften\npmm,mid,185,000,230,000,yes\n");
        assertThat(problems)
                .extracting(Problem::toString)
                .startsWith(
                        "bands.csv:2:21: cell F2: `000` stands beyond the last column, `may soften` (E1)",
                        "bands.csv:2:25: cell G2: `yes` stands beyond the last column, `may soften` (E1)");
    }

    @Test
    void tellsEveryCellOfABandThatMoneyWasDressedUpIn() {
        band("role;level;base minimum;base maximum;may soften\npmm;;185.000;$230,000;TRUE\n");
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "bands.csv:2:5: cell B2 (`level`): is empty; a word is needed here",
                        "bands.csv:2:6: cell C2 (`base minimum`): `185.000` may mean two numbers;"
                                + " write `185` or `185000`",
                        "bands.csv:2:14: cell D2 (`base maximum`): `$230,000` has a currency in it;"
                                + " write `230` or `230000`",
                        "bands.csv:2:23: cell E2 (`may soften`): `TRUE` is neither `yes` nor `no`; write `yes`");
    }

    @Test
    void tellsANonBreakingSpaceBetweenThousandsOnce() {
        band("role,level,base minimum,base maximum,may soften\npmm,mid,185\u00a0000,230\u202f000,yes\n");
        assertThat(problems)
                .extracting(Problem::message)
                .containsExactly(
                        "cell C2 (`base minimum`): `185<U+00A0>000` contains a character that cannot be seen"
                                + " (U+00A0, no-break space); type the cell anew without it",
                        "cell D2 (`base maximum`): `230<U+202F>000` contains a character that cannot be seen"
                                + " (U+202F, narrow no-break space); type the cell anew without it");
    }

    private List<Object> band(String text) {
        CsvTable table = CsvText.read("bands.csv", text.getBytes(UTF_8), problems::add);
        Cells cells = new Cells(table, problems::add);
        List<Object> band = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            table.cell(row, "role").flatMap(cells::word).ifPresent(band::add);
            table.cell(row, "level").flatMap(cells::word).ifPresent(band::add);
            table.cell(row, "baseMinimum").flatMap(cells::number).ifPresent(band::add);
            table.cell(row, "baseMaximum").flatMap(cells::number).ifPresent(band::add);
            table.cell(row, "maySoften").flatMap(cells::yesNo).ifPresent(band::add);
        }
        return band;
    }
}
