package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.offereligibility.Golden;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.explanation.AlreadyDecided.Outlook;

class AlreadyDecidedTests {

    private static Outlook ask(Dossier dossier) {
        return AlreadyDecided.ask(Guide.PMM, dossier, Guide.JUDGED_AT);
    }

    /** Without the round that comes last, its scores and, where it has any, its observations. */
    private static Dossier beforeTheLastRound(String number) throws Exception {
        List<String> pointers = new ArrayList<>(List.of("/rounds/4", "/scores/17", "/scores/16", "/scores/15"));
        if (number.equals("01")) {
            pointers.add("/observations/0");
        }
        return Guide.without(Guide.dossier(number), pointers.toArray(String[]::new));
    }

    private static List<Dossier> opened() throws Exception {
        return List.of(
                Guide.dossier("01"),
                Guide.without(Guide.dossier("01"), "/backgroundCheck"),
                Guide.without(Guide.dossier("15"), "/backgroundCheck"),
                Guide.without(Guide.dossier("15"), "/scores/1", "/backgroundCheck"),
                beforeTheLastRound("01"),
                Guide.without(beforeTheLastRound("01"), "/caseStudy", "/offer/extendedAt"),
                Guide.without(Guide.dossier("10a"), "/rounds/4", "/backgroundCheck"));
    }

    @Test
    void saysWhatCanStillTurnTheVerdict() throws Exception {
        StringBuilder text = new StringBuilder();
        for (Dossier dossier : opened()) {
            text.append(AlreadyDecidedPage.text(ask(dossier), 80, false)).append("\n--------\n\n");
        }
        Outlook last = ask(opened().get(3));
        text.append(AlreadyDecidedPage.markdown(last)).append("\n--------\n\n");
        text.append(AlreadyDecidedPage.json(last)).append('\n');
        Golden.assertEquals("explanation/open.txt", text.toString());
    }

    @Test
    void theWeakestOutcomeThatItTellsDoesLeadToTheBestVerdict() throws Exception {
        for (Dossier dossier : opened()) {
            Outlook outlook = ask(dossier);
            WhatIf.Answer answer = WhatIf.ask(
                    Guide.PMM,
                    dossier,
                    Guide.JUDGED_AT,
                    Stream.<Edit>of(outlook.weakest().toArray(Edit[]::new)).toList());
            assertThat(answer).isInstanceOf(WhatIf.Answer.Compared.class);
            assertThat(((WhatIf.Answer.Compared) answer).after().verdict()).isEqualTo(outlook.best());
        }
    }

    @Test
    void theOrderOfTheDossiersListsDoesNotMatter() throws Exception {
        Dossier dossier = opened().get(3);
        assertThat(AlreadyDecidedPage.json(ask(Guide.reversed(dossier))))
                .isEqualTo(AlreadyDecidedPage.json(ask(dossier)));
    }

    @Test
    void whereNothingIsHeldYetItStillTriesOnlySoMuch() throws Exception {
        Dossier whole = Guide.dossier("15");
        Dossier begun = Guide.without(whole, "/rounds", "/scores", "/observations", "/backgroundCheck");
        Outlook outlook = ask(begun);
        assertThat(outlook.items()).hasSize(6);
        assertThat(outlook.all()).isFalse();
        assertThat(outlook.worst()).isEqualTo(Verdict.INELIGIBLE);
        assertThat(outlook.tried()).isBetween(1_000L, 30_000L);
        assertThat(AlreadyDecidedPage.text(outlook, 40, true).lines())
                .allMatch(line -> line.replaceAll("\u001b\\[[0-9;]*m", "").length() <= 40);
    }
}
