package org.offereligibility.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the parts of a dossier into facts, in the order in which they stand there. */
final class FactReader {
    private final List<Fact> facts = new ArrayList<>();
    private final Words words;
    private final EvidenceReader evidence;

    FactReader(Words words) {
        this.words = words;
        this.evidence = new EvidenceReader(words, facts);
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    /** Reads every part but those that the dossier itself keeps: its id and name, and {@code asOf}. */
    void read(Json.Obj dossier, Form form) {
        List<String> read = new ArrayList<>();
        for (Json.Member member : dossier.members()) {
            if (!read.contains(member.name()) && Shape.DOSSIER.places().containsKey(member.name())) {
                read.add(member.name());
                form.ask(member.name()).ifPresent(value -> read(member.name(), value));
            }
        }
    }

    private void read(String name, Value value) {
        switch (name) {
            case "schemaVersion" -> version(value);
            case "role" -> facts.add(new Fact.Role(value.pointer(), value.textOr("")));
            case "level" -> facts.add(new Fact.Level(value.pointer(), value.textOr("")));
            case "hiringTeam" ->
                value.items()
                        .forEach(item ->
                                item.text().ifPresent(id -> facts.add(new Fact.HiringTeamMember(item.pointer(), id))));
            case "profile" -> value.form(Shape.PROFILE).ifPresent(this::profile);
            case "rounds" -> rounds(value.items());
            case "scores" -> evidence.scores(value.items());
            case "observations" -> evidence.observations(value.items());
            case "challenges" -> evidence.challenges(value.items());
            case "caseStudy" -> value.form(Shape.CASE_STUDY).ifPresent(this::caseStudy);
            case "exercises" -> evidence.exercises(value.items());
            case "backgroundCheck" ->
                words.word(value, "background-check")
                        .ifPresent(word -> facts.add(new Fact.BackgroundCheck(value.pointer(), word)));
            case "offer" -> value.form(Shape.OFFER).ifPresent(form -> new OfferReader(facts).offer(form));
            case "metadata" -> {
                if (!(value.json() instanceof Json.Obj)) {
                    value.expected("an object");
                }
            }
            default -> {}
        }
    }

    private static void version(Value value) {
        if (!(value.json() instanceof Json.Str string)) {
            value.expected("the text `\"1\"`");
        } else if (!string.value().equals("1")) {
            value.complain(
                    Quoted.word(string.value()) + " is not a version of dossiers that is known here: expected `1`");
        }
    }

    private void profile(Form form) {
        form.ask("yearsOfExperience")
                .ifPresent(value ->
                        value.number(0, 70).ifPresent(years -> facts.add(new Fact.Profile(value.pointer(), years))));
        for (Value item : form.items("domains")) {
            words.word(item, "domain").ifPresent(word -> facts.add(new Fact.Domain(item.pointer(), word)));
        }
        for (Value item : form.items("accomplishments")) {
            words.word(item, "accomplishment")
                    .ifPresent(word -> facts.add(new Fact.Accomplishment(item.pointer(), word)));
        }
    }

    private void rounds(List<Value> items) {
        Once once = new Once("this round");
        for (Value item : items) {
            item.form(Shape.ROUND).ifPresent(form -> round(form, once));
        }
    }

    private void round(Form form, Once once) {
        Optional<Value> name = form.ask("round");
        Optional<String> round = name.flatMap(value -> words.word(value, "round"));
        if (name.isPresent() && round.isPresent()) {
            once.see(round.get(), name.get());
        }
        Optional<Moment> startedAt = form.ask("startedAt").flatMap(Value::instant);
        Optional<Exact> minutes = form.ask("minutes").flatMap(value -> value.whole(1, 1440));
        Optional<String> outcome = form.ask("outcome").flatMap(value -> words.word(value, "outcome"));
        if (round.isPresent() && startedAt.isPresent() && minutes.isPresent() && outcome.isPresent()) {
            Moment endedAt =
                    startedAt.get().plusMinutes(minutes.get().numerator().longValue());
            facts.add(new Fact.RoundHeld(
                    form.pointer(), round.get(), startedAt.get(), endedAt, minutes.get(), outcome.get()));
        }
        Once ids = new Once("an interviewer of this id");
        for (Value item : form.items("interviewers")) {
            item.form(Shape.INTERVIEWER).ifPresent(interviewer -> interviewer(interviewer, round, ids));
        }
    }

    private void interviewer(Form form, Optional<String> round, Once ids) {
        Optional<String> id = form.ask("id").flatMap(value -> {
            Optional<String> text = value.filledText();
            text.ifPresent(key -> ids.see(key, value));
            return text;
        });
        Optional<String> function = form.ask("function").flatMap(value -> words.word(value, "function"));
        if (round.isPresent() && id.isPresent() && function.isPresent()) {
            facts.add(new Fact.Interviewer(form.pointer(), round.get(), id.get(), function.get()));
        }
    }

    private void caseStudy(Form form) {
        form.ask("feature").ifPresent(Value::text);
        form.ask("briefSentAt")
                .ifPresent(value ->
                        value.instant().ifPresent(sent -> facts.add(new Fact.CaseBrief(value.pointer(), sent))));
        for (Value item : form.items("deliverables")) {
            words.word(item, "deliverable").ifPresent(word -> facts.add(new Fact.Deliverable(item.pointer(), word)));
        }
    }
}
