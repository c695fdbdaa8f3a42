package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.offereligibility.decision.Decision;
import org.offereligibility.decision.Finding;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.DossierPlaces;
import org.offereligibility.dossier.Json;
import org.offereligibility.explanation.Leaflet.Block;
import org.offereligibility.explanation.WhatIf.Answer;

/** The answer to a what-if, for people and for programs. Safe for threads. */
public final class WhatIfPage {
    private static final Pattern ENTRY = Pattern.compile("^(.*/(?:\\d+|-))/([^/]+)$");

    private WhatIfPage() {}

    /**
     * Plain text, whose lines end with a line feed.
     *
     * @throws IllegalArgumentException if the width is under 40
     */
    public static String text(Answer.Compared answer, int width, boolean colour) {
        return leaflet(answer).text(width, colour);
    }

    /** CommonMark, with the verdicts as a table as GitHub and most others draw it. */
    public static String markdown(Answer.Compared answer) {
        return leaflet(answer).markdown();
    }

    /** A whole page of HTML. */
    public static String html(Answer.Compared answer) {
        return leaflet(answer).html();
    }

    /** One line of JSON, without a line feed at the end. */
    public static String json(Answer.Compared answer) {
        return DecisionJson.text(json -> {
            json.writeStartObject();
            json.writeStringProperty("candidateId", answer.before().candidateId());
            AnswerJson.policy(answer.before().policy(), json);
            json.writeArrayPropertyStart("edits");
            for (Edit edit : answer.edits()) {
                json.writeStartObject();
                json.writeStringProperty("pointer", edit.pointer());
                answer.dossier().json().at(edit.pointer()).ifPresent(value -> {
                    json.writeName("from");
                    DecisionJson.given(value, json);
                });
                if (edit instanceof Edit.Set set) {
                    json.writeName("to");
                    DecisionJson.given(set.value(), json);
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeBooleanProperty("turns", answer.turns());
            AnswerJson.verdicts("before", answer.before(), json);
            AnswerJson.verdicts("after", answer.after(), json);
            AnswerJson.findings("gone", answer.gone(), json);
            AnswerJson.findings("come", answer.come(), json);
            json.writeArrayPropertyStart("changed");
            for (WhatIf.Changed changed : answer.changed()) {
                json.writeStartObject();
                json.writeName("before");
                AnswerJson.finding(changed.before(), json);
                json.writeName("after");
                AnswerJson.finding(changed.after(), json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static Leaflet leaflet(Answer.Compared answer) {
        List<Block> blocks = new ArrayList<>();
        String heading =
                Page.of(answer.before(), answer.dossier().candidateName()).heading();
        blocks.add(new Block.Heading(heading + ", if the dossier were different"));
        blocks.add(new Block.Title("What is supposed", ""));
        if (answer.edits().isEmpty()) {
            blocks.add(Leaflet.item("nothing: the dossier is as it is"));
        }
        answer.edits()
                .forEach(edit ->
                        blocks.add(Leaflet.item(said(edit, answer.dossier().json()))));
        blocks.add(verdict(answer));
        List<Leaflet.Row> rows = new ArrayList<>();
        for (int i = 0; i < answer.before().sections().size(); i++) {
            Decision.SectionVerdict section = answer.before().sections().get(i);
            rows.add(new Leaflet.Row(
                    Page.title(section),
                    section.verdict(),
                    answer.after().sections().get(i).verdict()));
        }
        rows.add(new Leaflet.Row(
                "The offer", answer.before().verdict(), answer.after().verdict()));
        blocks.add(new Block.Table("As it is", "If so", rows));
        findings("What would no longer be found", answer.gone(), blocks);
        findings("What would be found", answer.come(), blocks);
        if (!answer.changed().isEmpty()) {
            blocks.add(new Block.Title("What would be found differently", ""));
            answer.changed().forEach(changed -> blocks.add(changed(changed)));
        }
        if (answer.gone().isEmpty()
                && answer.come().isEmpty()
                && answer.changed().isEmpty()) {
            blocks.add(Leaflet.said("Nothing else would be found than is found now."));
        }
        blocks.add(new Block.Small("Both decided by policy "
                + Printable.of(answer.before().policy().role()) + ", version "
                + Printable.of(answer.before().policy().version()) + "."));
        return new Leaflet(blocks);
    }

    private static Block verdict(Answer.Compared answer) {
        Verdict before = answer.before().verdict();
        Verdict after = answer.after().verdict();
        return Leaflet.said(
                after,
                before == after
                        ? "The verdict would stay what it is."
                        : "The verdict would be " + after + " instead of " + before + ".");
    }

    private static void findings(String title, List<Finding> findings, List<Block> blocks) {
        if (!findings.isEmpty()) {
            blocks.add(new Block.Title(title, ""));
            findings.forEach(finding -> blocks.add(Leaflet.item(finding)));
        }
    }

    private static Block changed(WhatIf.Changed changed) {
        Finding after = changed.after();
        String was = changed.before().effect() == after.effect()
                ? " Until now: "
                : " Until now it " + consequence(changed.before()) + ": ";
        boolean sameMessage = changed.before().message().equals(after.message());
        return Leaflet.item(
                after.effect(),
                Printable.of(after.message())
                        + (sameMessage
                                ? " It " + consequence(after) + "; until now it " + consequence(changed.before()) + "."
                                : was + Printable.of(changed.before().message())),
                Leaflet.tag(after.code(), after.subject()));
    }

    private static String consequence(Finding finding) {
        return switch (finding.effect()) {
            case BLOCK -> "stands against the offer";
            case MISSING -> "leaves the decision open";
            case REFER -> "needs the committee's ruling";
            case NOTE -> "is worth a note";
            case SUPPORT -> "speaks for the candidate";
        };
    }

    /** {@code base salary: 231,000 instead of 230,000}. */
    static String said(Edit edit, Json dossier) {
        Optional<Json> old = dossier.at(edit.pointer());
        String pointer = edit.pointer().endsWith("/-")
                ? edit.pointer().substring(0, edit.pointer().length() - 1) + "0"
                : edit.pointer();
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (edit instanceof Edit.Remove) {
            return "taken away: "
                    + old.map(value -> DossierWords.of(pointer, value)).orElse(Words.name(name));
        }
        Json value = ((Edit.Set) edit).value();
        var inEntry = ENTRY.matcher(edit.pointer());
        boolean entry = inEntry.matches()
                && DossierPlaces.kind(inEntry.group(1))
                        .filter(DossierPlaces.Kind.OBJECT::equals)
                        .isPresent();
        String said = entry
                ? dossier.at(inEntry.group(1))
                                .map(whole -> DossierWords.of(inEntry.group(1), whole) + "; instead, ")
                                .orElse("")
                        + Words.name(name) + " " + DossierWords.read(name, value)
                : DossierWords.of(pointer, value);
        String instead = entry || edit.pointer().endsWith("/-")
                ? ""
                : old.filter(before -> !(before instanceof Json.Obj) && !(before instanceof Json.Arr))
                        .map(before -> " instead of " + DossierWords.read(name, before))
                        .orElse("");
        return (edit.pointer().endsWith("/-") ? "added: " : "") + said + instead;
    }
}
