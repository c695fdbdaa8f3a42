package org.offereligibility.policy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.offereligibility.Golden;

/** What is wrong with a table, as a spreadsheet program may have left it. */
class BrokenTablesTests {
    @Test
    void saysOfEachCellWhereItIsAndWhatToDo() throws Exception {
        Golden.assertEquals(
                "policy/broken-tables.txt",
                new Mistakes(false)
                        .change("a number with a letter", "bands.csv", "185000", "185k")
                        .change("a number with a currency", "bands.csv", "185000", "$185000")
                        .change("a number with thousands", "bands.csv", "185000", "\"185,00\"")
                        .change("a date for a number", "pass-marks.csv", ",3,BLOCK", ",3-May,BLOCK")
                        .change("a row is shifted by a cell", "bands.csv", "pmm,mid,USD,185000", "pmm,,mid,USD,185000")
                        .change(
                                "a row is shifted over an empty end",
                                "bands.csv",
                                "pmm,mid,USD,185000,230000,45000,60000,4,guide: bands",
                                "pmm,mid,USD,,185000,230000,45000,60000,4")
                        .change("two cells are swapped", "pass-marks.csv", "role-fit,3,BLOCK", "role-fit,BLOCK,3")
                        .change("an unknown column", "bands.csv", "equity maximum", "equity cap")
                        .change("a round is unknown", "rounds.csv", "recruiter-screen,1", "recruiter-scren,1")
                        .change("a criterion is unknown", "pass-marks.csv", "role-fit", "role-fitt")
                        .change(
                                "a word with a space that cannot be seen",
                                "pass-marks.csv",
                                "role-fit",
                                "role-fit\u00A0")
                        .change(
                                "a word of the list with a cell too few",
                                "vocabulary.csv",
                                "round,recruiter-screen,,recruiter screen,",
                                "round,recruiter-screen,recruiter screen,")
                        .change(
                                "a column of the list of words is missing",
                                "vocabulary.csv",
                                "kind,word,of",
                                "kind,wrod,of")
                        .without("the list of words is missing", "vocabulary.csv")
                        .add("the list of words is empty", "vocabulary.csv", "")
                        .of(
                                "the list of words is in another encoding",
                                Mistakes.RULES.with(
                                        "vocabulary.csv",
                                        Mistakes.text("vocabulary.csv")
                                                .replace("First talk", "Pr\u00E9mier")
                                                .getBytes(StandardCharsets.ISO_8859_1)))
                        .of(
                                "a table is a spreadsheet program's own file",
                                Mistakes.RULES.with("bands.csv", new byte[] {'P', 'K', 3, 4, 0}))
                        .of(
                                "a number is out of its range",
                                Mistakes.with(
                                        "pass-marks.csv",
                                        Mistakes.text("pass-marks.csv").replace("3.5", "35")))
                        .of(
                                "a range that is none",
                                declared("mark : Exact @from(\"1\")", "mark : Exact @from(\"one\")"))
                        .of("a range on a word", declared("criterion : String", "criterion : String @from(\"1\")"))
                        .told());
    }

    private static PolicyFolder declared(String from, String to) {
        return Mistakes.with("tables.drl", Mistakes.text("tables.drl").replace(from, to));
    }
}
