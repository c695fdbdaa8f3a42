package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.offereligibility.Golden;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Problem;
import org.offereligibility.explanation.WhatIf.Answer;

class WhatIfTests {
    private static Answer ask(Dossier dossier, Edit... edits) {
        return WhatIf.ask(Guide.PMM, dossier, Guide.JUDGED_AT, List.of(edits));
    }

    private static Answer.Compared compared(Dossier dossier, Edit... edits) {
        Answer answer = ask(dossier, edits);
        assertThat(answer).isInstanceOf(Answer.Compared.class);
        return (Answer.Compared) answer;
    }

    private static List<String> refused(Dossier dossier, Edit... edits) {
        Answer answer = ask(dossier, edits);
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) answer)
                .problems().stream().map(Problem::toString).toList();
    }

    private static List<Edit> someEdits() {
        return List.of(
                Edit.set("/offer/baseSalary=231000"),
                Edit.set("/backgroundCheck=adverse"),
                new Edit.Remove("/caseStudy/deliverables/0"),
                new Edit.Remove("/caseStudy/deliverables/3"),
                Edit.set("/scores/4/score=1"),
                Edit.set("/hiringTeam/-=spm-1"),
                Edit.set("/hiringTeam/-=ml-1"));
    }

    @Test
    void saysWhatWouldFollow() throws Exception {
        Dossier first = Guide.dossier("01");
        List<Answer.Compared> answers = List.of(
                compared(first),
                compared(first, new Edit.Remove("/observations/0")),
                compared(first, Edit.set("/level=senior")),
                compared(first, someEdits().toArray(Edit[]::new)),
                compared(
                        first,
                        Edit.set("/offer/baseSalary=240000"),
                        Edit.set("/offer/exception={\"approvedBy\": \"vp-1\", \"reason\": \"Market\"}"),
                        new Edit.Remove("/observations/0")),
                compared(Guide.dossier("15"), Edit.set("/asOf=2025-12-01T00:00:00Z"), new Edit.Remove("/rounds/4")));
        StringBuilder text = new StringBuilder();
        for (Answer.Compared answer : answers) {
            text.append(WhatIfPage.text(answer, 80, false)).append("\n--------\n\n");
        }
        text.append(WhatIfPage.text(answers.get(3), 40, false)).append("\n--------\n\n");
        text.append(WhatIfPage.markdown(answers.get(3))).append("\n--------\n\n");
        text.append(WhatIfPage.json(answers.get(4))).append("\n");
        Golden.assertEquals("explanation/what-if.txt", text.toString());
    }

    @Test
    void askingForNothingChangesNothing() throws Exception {
        for (Dossier dossier : Guide.all()) {
            Answer.Compared answer = compared(dossier);
            assertThat(answer.after()).isEqualTo(answer.before());
            assertThat(answer.turns()).isFalse();
            assertThat(answer.gone()).isEmpty();
            assertThat(answer.come()).isEmpty();
            assertThat(answer.changed()).isEmpty();
        }
    }

    @Test
    void settingWhatStandsThereChangesNothing() throws Exception {
        Answer.Compared answer = compared(Guide.dossier("01"), Edit.set("/offer/baseSalary=205000"));
        assertThat(DecisionJson.text(answer.after())).isEqualTo(DecisionJson.text(answer.before()));
    }

    @Test
    void theOrderOfTheChangesDoesNotMatter() throws Exception {
        List<Edit> backwards = new ArrayList<>(someEdits());
        Collections.reverse(backwards);
        Dossier dossier = Guide.dossier("01");
        assertThat(WhatIfPage.json(compared(dossier, backwards.toArray(Edit[]::new))))
                .isEqualTo(WhatIfPage.json(compared(dossier, someEdits().toArray(Edit[]::new))));
    }

    @Test
    void theOrderOfTheDossiersListsDoesNotMatter() throws Exception {
        for (Dossier dossier : Guide.all()) {
            Edit[] edits = {Edit.set("/backgroundCheck=pending"), Edit.set("/level=senior")};
            Answer.Compared answer = compared(dossier, edits);
            Answer.Compared backwards = compared(Guide.reversed(dossier), edits);
            assertThat(WhatIfPage.text(backwards, 80, true)).isEqualTo(WhatIfPage.text(answer, 80, true));
            assertThat(WhatIfPage.json(backwards)).isEqualTo(WhatIfPage.json(answer));
        }
    }

    @Test
    void whatItAnswersIsWhatTheChangedDossierGets() throws Exception {
        Answer.Compared answer = compared(Guide.dossier("01"), new Edit.Remove("/observations/0"));
        assertThat(DecisionJson.text(answer.after()))
                .isEqualTo(
                        DecisionJson.text(Guide.HOUSE.decide(Guide.without(Guide.dossier("01"), "/observations/0"))));
        assertThat(answer.before().verdict()).isEqualTo(Verdict.INELIGIBLE);
        assertThat(answer.after().verdict()).isEqualTo(Verdict.ELIGIBLE);
    }

    @Test
    void tellsEveryMistakeInTheChangesAtOnce() throws Exception {
        assertThat(refused(
                        Guide.dossier("01"),
                        Edit.set("/offer/baseSalry=1"),
                        Edit.set("level=senior"),
                        Edit.set("/level"),
                        Edit.set("/backgroundCheck="),
                        Edit.set("/profile={\"domains\": [}"),
                        Edit.set("/scores/40/score=5"),
                        Edit.set("/scores/2/scroe=5"),
                        Edit.set("/role=sales"),
                        Edit.set("/asOf=2025-10-01T00:00:00Z"),
                        Edit.set("/asOf=2025-11-01T00:00:00Z"),
                        new Edit.Remove("/offer/exception")))
                .containsExactly(
                        "what if: expected `/pointer=value`, such as `/level=senior`; there is no `=` in it",
                        "what if: /backgroundCheck: no value stands after `=`; to take away what stands there, remove"
                                + " it instead",
                        "what if: /offer/baseSalry: there is no such place in a dossier: did you mean"
                                + " `/offer/baseSalary`?",
                        "what if: /profile: the value is not JSON: `}` cannot stand here",
                        "what if: /role: another role has another policy; ask this question of a dossier for that role",
                        "what if: /scores/2/scroe: there is no such place in a dossier: did you mean `/scores/2/score`?",
                        "what if: /scores/40/score: there is no such entry: /scores has 18 entries, counted from 0; to"
                                + " add one, set `/scores/-` to the whole of it",
                        "what if: level: expected a place such as `/level`, which begins with `/`: did you mean"
                                + " `/level`?",
                        "what if: /offer/exception: nothing stands there that could be taken away",
                        "what if: /asOf: is changed twice; say which of the changes is meant");
    }

    @Test
    void tellsEveryMistakeInTheChangedDossierAsTheReaderTellsIt() throws Exception {
        assertThat(refused(
                        Guide.dossier("01"),
                        Edit.set("/offer/baseSalary=-1"),
                        Edit.set("/offer/vestingYears=four"),
                        Edit.set("/backgroundCheck=clera"),
                        Edit.set("/scores/0/score=6"),
                        Edit.set("/asOf=2024-10-01T00:00:00Z")))
                .hasSize(5)
                .allMatch(problem -> problem.startsWith("what if: /"))
                .anyMatch(problem -> problem.contains("/backgroundCheck: `clera` is not a background check: did you"))
                .anyMatch(problem ->
                        problem.contains("the policy that decides this dossier is in force from 2025-01-01"));
    }

    @Test
    void takesJsonAsJsonAndAnythingElseAsText() {
        assertThat(Stream.of("/a=1.50", "/a=true", "/a=\"1\"", "/a=senior", "/a=2025-01-01T00:00:00Z", "/a=x=y")
                        .map(Edit::set)
                        .map(edit -> ((Edit.Set) edit).value().getClass().getSimpleName()))
                .containsExactly("Num", "Bool", "Str", "Str", "Str", "Str");
    }
}
