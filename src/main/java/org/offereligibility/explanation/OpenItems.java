package org.offereligibility.explanation;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.offereligibility.decision.Conclusion;
import org.offereligibility.decision.Effect;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Fact;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonEdit;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Vocabulary;
import org.offereligibility.policy.TableRow;

/**
 * What is still open in a dossier, as things that can come out one way or another: rounds that were not held, criteria of held
 * rounds that nobody scored, and a check without a result. All words come from the vocabulary, and all facts from the reader.
 */
final class OpenItems {
    private static final Json.Position NOWHERE = new Json.Position(1, 1);
    private static final Duration BETWEEN_ROUNDS = Duration.ofHours(72);
    private static final Exact USUAL_MINUTES = Exact.of(60);
    private static final String CHECK = "/backgroundCheck";
    static final int LOWEST_SCORE = 1;
    static final int HIGHEST_SCORE = 5;

    /** What one thing can be. */
    enum Kind {
        OUTCOME,
        SCORE,
        SIGNAL,
        CHECK
    }

    /**
     * One thing that can come out in several ways.
     *
     * @param item to which it belongs
     * @param word the criterion or signal; empty where the item says it all
     * @param choices best guess last; for a signal, not observed and observed
     */
    record Open(int item, Kind kind, String word, List<Choice> choices) {}

    /** @param edit empty where nothing is added to the dossier */
    record Choice(String word, Optional<Edit.Set> edit, List<Fact> facts) {}

    /** @param word the round or, for a score, its criterion; empty for the check */
    record Item(Kind kind, String round, String word) {}

    private final Evaluator evaluator;
    private final Vocabulary vocabulary;
    private final Moment asOf;
    private final Dossier base;
    private final Set<Fact> known;
    private final List<Item> items = new ArrayList<>();
    private final List<Open> opens = new ArrayList<>();
    private Moment next;

    /** @param asOf the instant at which the dossier is judged */
    OpenItems(Evaluator evaluator, Dossier dossier, Moment asOf) {
        this.evaluator = evaluator;
        this.vocabulary = evaluator.rules().vocabulary();
        this.asOf = asOf;
        List<String> results = results(dossier);
        Json json = dossier.json();
        this.base = results.isEmpty()
                ? dossier
                : JsonEdit.remove(json, CHECK).flatMap(this::read).orElse(dossier);
        this.known = new HashSet<>(base.facts());
        this.next = last().plusMinutes(BETWEEN_ROUNDS.toMinutes());
        missingScores();
        openRounds();
        if (!results.isEmpty()) {
            check(results);
        }
    }

    /** The dossier without what is open. */
    Dossier base() {
        return base;
    }

    List<Item> items() {
        return items;
    }

    List<Open> opens() {
        return opens;
    }

    /** The dossier with everything open come out as chosen, as facts alone: good for concluding, not for explaining. */
    Dossier chosen(int[] choices) {
        return chosen(choices, EnumSet.allOf(Kind.class));
    }

    /** The dossier with the rounds ended as chosen and nothing else come out. */
    Dossier ended(int[] choices) {
        return chosen(choices, EnumSet.of(Kind.OUTCOME));
    }

    private Dossier chosen(int[] choices, Set<Kind> kinds) {
        List<Fact> facts = new ArrayList<>(base.facts());
        for (int i = 0; i < choices.length; i++) {
            if (!kinds.contains(opens.get(i).kind())) {
                continue;
            }
            facts.addAll(opens.get(i).choices().get(choices[i]).facts());
        }
        return new Dossier(
                base.candidateId(),
                base.candidateName(),
                base.role(),
                base.level(),
                base.asOf(),
                facts,
                base.json(),
                base.hash());
    }

    /** The same as a dossier that was written and read. */
    Dossier written(int[] choices) {
        Json json = base.json();
        for (int i = 0; i < choices.length; i++) {
            Optional<Edit.Set> edit = opens.get(i).choices().get(choices[i]).edit();
            if (edit.isPresent()) {
                json = JsonEdit.set(json, edit.get().pointer(), edit.get().value())
                        .orElseThrow();
            }
        }
        return read(json).orElseThrow();
    }

    private Optional<Dossier> read(Json json) {
        return Variant.read(evaluator.rules(), json, asOf);
    }

    private void missingScores() {
        for (String round : vocabulary.words("round")) {
            for (String criterion : vocabulary.wordsOf("criterion", round)) {
                if (isHeld(round) && !isScored(round, criterion)) {
                    items.add(new Item(Kind.SCORE, round, criterion));
                    score(round, criterion);
                }
            }
        }
    }

    private void openRounds() {
        for (String round : vocabulary.words("round")) {
            if (isHeld(round)) {
                continue;
            }
            items.add(new Item(Kind.OUTCOME, round, round));
            List<Choice> outcomes = new ArrayList<>();
            Exact minutes = minutes(round);
            for (String outcome : vocabulary.words("outcome")) {
                choice(outcome, "/rounds/-", round(round, outcome, minutes)).ifPresent(outcomes::add);
            }
            open(Kind.OUTCOME, "", outcomes);
            next = next.plusMinutes(minutes.rounded(0).longValue() + BETWEEN_ROUNDS.toMinutes());
            vocabulary.wordsOf("criterion", round).stream()
                    .filter(criterion -> !isScored(round, criterion))
                    .forEach(criterion -> score(round, criterion));
            for (String signal : vocabulary.words("signal")) {
                List<Choice> seen = new ArrayList<>(List.of(new Choice("", Optional.empty(), List.of())));
                choice(signal, "/observations/-", object("round", round, "signal", signal, "observer", who("observer")))
                        .ifPresent(seen::add);
                open(Kind.SIGNAL, signal, seen);
            }
        }
    }

    private void score(String round, String criterion) {
        List<Choice> scores = new ArrayList<>();
        for (int score = LOWEST_SCORE; score <= HIGHEST_SCORE; score++) {
            Json.Obj entry = with(
                    object("round", round, "criterion", criterion, "interviewer", who("interviewer")),
                    "score",
                    new Json.Num(NOWHERE, BigDecimal.valueOf(score)));
            choice(Integer.toString(score), "/scores/-", entry).ifPresent(scores::add);
        }
        open(Kind.SCORE, criterion, scores);
    }

    private void check(List<String> results) {
        items.add(new Item(Kind.CHECK, "", ""));
        List<Choice> choices = new ArrayList<>();
        results.forEach(
                result -> choice(result, CHECK, new Json.Str(NOWHERE, result)).ifPresent(choices::add));
        open(Kind.CHECK, "", choices);
    }

    private void open(Kind kind, String word, List<Choice> choices) {
        if (choices.size() > 1) {
            opens.add(new Open(items.size() - 1, kind, word, List.copyOf(choices)));
        }
    }

    /** What the reader makes of it; nothing where a dossier could not say it. */
    private Optional<Choice> choice(String word, String pointer, Json value) {
        return JsonEdit.set(base.json(), pointer, value)
                .flatMap(this::read)
                .map(read -> new Choice(
                        word,
                        Optional.of(new Edit.Set(pointer, value)),
                        read.facts().stream()
                                .filter(fact -> !known.contains(fact))
                                .toList()));
    }

    /**
     * The words with which a check has a result, if it has none yet. A status is no result if something is missing because of
     * it that is not missing with another status.
     */
    private List<String> results(Dossier dossier) {
        List<String> words = vocabulary.words("background-check");
        List<Set<Conclusion.Point>> missing = new ArrayList<>();
        for (String word : words) {
            missing.add(Variant.of(evaluator.rules(), dossier, asOf, CHECK, new Json.Str(NOWHERE, word))
                    .map(this::missing)
                    .orElse(Set.of()));
        }
        Set<Conclusion.Point> always = new HashSet<>(missing.isEmpty() ? Set.of() : missing.get(0));
        missing.forEach(always::retainAll);
        List<String> results = IntStream.range(0, words.size())
                .filter(i -> always.containsAll(missing.get(i)))
                .mapToObj(words::get)
                .toList();
        return always.containsAll(missing(dossier)) ? List.of() : results;
    }

    private Set<Conclusion.Point> missing(Dossier dossier) {
        Set<Conclusion.Point> points = new HashSet<>();
        evaluator.conclude(dossier, asOf).findings().stream()
                .filter(point -> point.effect() == Effect.MISSING)
                .forEach(points::add);
        return points;
    }

    private boolean isHeld(String round) {
        return base.facts().stream()
                .anyMatch(fact ->
                        fact instanceof Fact.RoundHeld held && held.round().equals(round));
    }

    private boolean isScored(String round, String criterion) {
        return base.facts().stream()
                .anyMatch(fact -> fact instanceof Fact.Score score
                        && score.round().equals(round)
                        && score.criterion().equals(criterion));
    }

    /** The last instant that the dossier knows of. */
    private Moment last() {
        Moment last = asOf;
        for (Fact fact : base.facts()) {
            Moment at = fact instanceof Fact.RoundHeld held
                    ? held.endedAt()
                    : fact instanceof Fact.CaseBrief brief ? brief.briefSentAt() : last;
            last = at.compareTo(last) > 0 ? at : last;
        }
        return last;
    }

    /** As long as a table says that rounds of that name are, else an hour. */
    private Exact minutes(String round) {
        for (TableRow row : evaluator.rules().rows().values()) {
            Map<String, Object> values = row.values();
            if (round.equals(values.get("round")) && values.get("minutes") instanceof Exact minutes) {
                return minutes;
            }
        }
        return USUAL_MINUTES;
    }

    /** A round by interviewers of every function, none of whom is on the hiring team. */
    private Json.Obj round(String round, String outcome, Exact minutes) {
        List<Json> interviewers = new ArrayList<>();
        for (String function : vocabulary.words("function")) {
            interviewers.add(object("id", who(function), "function", function));
        }
        Json.Obj entry = object("round", round, "startedAt", next.toString(), "outcome", outcome);
        return with(
                with(entry, "minutes", new Json.Num(NOWHERE, minutes.rounded(0))),
                "interviewers",
                new Json.Arr(NOWHERE, interviewers));
    }

    /** An id that nobody on the hiring team has. */
    private String who(String as) {
        String id = "yet-to-come-" + as;
        while (isOnHiringTeam(id)) {
            id += "-";
        }
        return id;
    }

    private boolean isOnHiringTeam(String id) {
        return base.facts().stream()
                .anyMatch(fact -> fact instanceof Fact.HiringTeamMember member
                        && member.id().equals(id));
    }

    private static Json.Obj object(String... namesAndTexts) {
        List<Json.Member> members = new ArrayList<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            members.add(new Json.Member(NOWHERE, namesAndTexts[i], new Json.Str(NOWHERE, namesAndTexts[i + 1])));
        }
        return new Json.Obj(NOWHERE, members);
    }

    private static Json.Obj with(Json.Obj object, String name, Json value) {
        List<Json.Member> members = new ArrayList<>(object.members());
        members.add(new Json.Member(NOWHERE, name, value));
        return new Json.Obj(NOWHERE, members);
    }
}
