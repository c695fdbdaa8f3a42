package org.offereligibility.dossier;

import java.util.List;
import java.util.Optional;

/** Reads what stands under the rounds: scores, observations, challenges and exercises. */
final class EvidenceReader {
    private record Rating(String round, String criterion, String interviewer) {}

    private final Words words;
    private final List<Fact> facts;

    EvidenceReader(Words words, List<Fact> facts) {
        this.words = words;
        this.facts = facts;
    }

    void scores(List<Value> items) {
        Once once = new Once("a score of this criterion in this round by the same interviewer");
        for (Value item : items) {
            item.form(Shape.SCORE).ifPresent(form -> score(item, form, once));
        }
    }

    private void score(Value item, Form form, Once once) {
        Optional<String> round = round(form);
        Optional<String> criterion = form.ask("criterion")
                .flatMap(value -> round.isPresent()
                        ? words.wordOf(value, "criterion", round.get())
                        : words.word(value, "criterion"));
        Optional<Exact> score = form.ask("score").flatMap(value -> value.whole(1, 5));
        Optional<String> interviewer = form.ask("interviewer").flatMap(Value::filledText);
        form.ask("evidence").ifPresent(Value::text);
        if (round.isPresent() && criterion.isPresent() && interviewer.isPresent()) {
            once.see(new Rating(round.get(), criterion.get(), interviewer.get()), item);
            score.ifPresent(given ->
                    facts.add(new Fact.Score(form.pointer(), round.get(), criterion.get(), given, interviewer.get())));
        }
    }

    void observations(List<Value> items) {
        for (Value item : items) {
            item.form(Shape.OBSERVATION).ifPresent(this::observation);
        }
    }

    private void observation(Form form) {
        Optional<String> round = round(form);
        Optional<String> signal = form.ask("signal").flatMap(value -> words.word(value, "signal"));
        Optional<String> observer = form.ask("observer").flatMap(Value::filledText);
        form.ask("note").ifPresent(Value::text);
        if (round.isPresent() && signal.isPresent() && observer.isPresent()) {
            facts.add(new Fact.Observation(form.pointer(), round.get(), signal.get(), observer.get()));
        }
    }

    void challenges(List<Value> items) {
        Once once = new Once("a challenge of this id");
        for (Value item : items) {
            item.form(Shape.CHALLENGE).ifPresent(form -> challenge(form, once));
        }
    }

    private void challenge(Form form, Once once) {
        Optional<String> id = unique(form.ask("id"), once);
        Optional<String> round = round(form);
        Optional<String> topic = form.ask("topic").flatMap(value -> words.word(value, "topic"));
        Optional<String> response = form.ask("response").flatMap(value -> words.word(value, "response"));
        Optional<Exact> seconds = form.ask("responseSeconds").flatMap(value -> value.whole(0, 86_400));
        form.ask("constraint").ifPresent(Value::text);
        form.ask("raisedBy").ifPresent(Value::text);
        if (id.isPresent() && round.isPresent() && topic.isPresent() && response.isPresent() && seconds.isPresent()) {
            facts.add(new Fact.Challenge(
                    form.pointer(), id.get(), round.get(), topic.get(), response.get(), seconds.get()));
        }
    }

    void exercises(List<Value> items) {
        Once once = new Once("an exercise of this topic");
        for (Value item : items) {
            item.form(Shape.EXERCISE).ifPresent(form -> exercise(form, once));
        }
    }

    private void exercise(Form form, Once once) {
        Optional<String> round = round(form);
        Optional<String> topic = unique(form.ask("topic"), once);
        Optional<String> text = form.ask("text").flatMap(Value::filledText);
        form.ask("audience").ifPresent(Value::text);
        if (round.isPresent() && topic.isPresent() && text.isPresent()) {
            facts.add(new Fact.Exercise(form.pointer(), round.get(), topic.get(), new PlainText(text.get())));
        }
    }

    private Optional<String> round(Form form) {
        return form.ask("round").flatMap(value -> words.word(value, "round"));
    }

    private static Optional<String> unique(Optional<Value> asked, Once once) {
        return asked.flatMap(value -> {
            Optional<String> text = value.filledText();
            text.ifPresent(key -> once.see(key, value));
            return text;
        });
    }
}
