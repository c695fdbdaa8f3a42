package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.DossierPlaces;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Fact;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Vocabulary;

/** The entries that may still come into a list of a dossier: a round that was not held, a score that nobody gave. */
final class ListOpenings {
    /** Between a list's pointer and what the entry is about. */
    static final String ABOUT = "#";

    private static final int LOWEST_SCORE = 1;
    private static final int HIGHEST_SCORE = 5;
    private static final int MINUTES = 60;
    private static final Exact A_DAY = Exact.of(24);
    private static final String NOBODY_YET = "to-be-named";

    private final Vocabulary vocabulary;
    private final Dossier dossier;
    private final Calendar calendar;

    ListOpenings(Vocabulary vocabulary, Dossier dossier, Calendar calendar) {
        this.vocabulary = vocabulary;
        this.dossier = dossier;
        this.calendar = calendar;
    }

    /**
     * When the rounds that were not held would be: a day after each other in the order of the vocabulary, the first a day
     * after the last that was held. So it does not depend on which of them is thought of first.
     */
    record Calendar(Map<String, Moment> rounds) {
        static Calendar of(Dossier dossier, Moment asOf, Vocabulary vocabulary) {
            Set<String> held = new HashSet<>();
            Moment last = asOf;
            for (Fact fact : dossier.facts()) {
                if (fact instanceof Fact.RoundHeld round) {
                    boolean first = held.isEmpty();
                    held.add(round.round());
                    last = first || round.endedAt().compareTo(last) > 0 ? round.endedAt() : last;
                }
            }
            Map<String, Moment> rounds = new LinkedHashMap<>();
            for (String round : vocabulary.words("round")) {
                if (!held.contains(round)) {
                    last = last.plusHours(A_DAY);
                    rounds.put(round, last);
                }
            }
            return new Calendar(rounds);
        }
    }

    List<Change> of(String list) {
        return switch (list) {
            case "/rounds" -> rounds();
            case "/scores" -> scores();
            default -> words(list);
        };
    }

    /** A round comes with a score for each of its criteria, one the same as the other. */
    private List<Change> rounds() {
        Set<String> held = new HashSet<>();
        for (Fact fact : dossier.facts()) {
            if (fact instanceof Fact.RoundHeld round) {
                held.add(round.round());
            }
        }
        List<Change> changes = new ArrayList<>();
        calendar.rounds().forEach((round, at) -> {
            if (!held.contains(round)) {
                for (String outcome : DossierPlaces.words("/rounds/-/outcome")) {
                    for (int score = LOWEST_SCORE; score <= HIGHEST_SCORE; score++) {
                        changes.add(round(round, outcome, score, at));
                    }
                }
            }
        });
        return changes;
    }

    private Change round(String round, String outcome, int score, Moment at) {
        List<Json> interviewers = new ArrayList<>();
        for (String function : vocabulary.words("function")) {
            interviewers.add(Figures.object(
                    Figures.member("id", Figures.text(NOBODY_YET + "-" + function)),
                    Figures.member("function", Figures.text(function))));
        }
        List<Change.Put> puts = new ArrayList<>();
        puts.add(new Change.Put(
                "/rounds/-",
                Figures.object(
                        Figures.member("round", Figures.text(round)),
                        Figures.member("startedAt", Figures.text(at.toString())),
                        Figures.member("minutes", Figures.number(MINUTES)),
                        Figures.member("outcome", Figures.text(outcome)),
                        Figures.member("interviewers", Figures.list(interviewers)))));
        Set<String> scored = scored();
        for (String criterion : vocabulary.wordsOf("criterion", round)) {
            if (!scored.contains(round + "/" + criterion)) {
                puts.add(score(round, criterion, score));
            }
        }
        String opening = "/rounds" + ABOUT + round;
        return Change.figure(
                opening,
                opening + "=" + outcome,
                "hold the " + vocabulary.reads(round) + ", with the outcome " + Words.text(outcome)
                        + (puts.size() > 1 ? " and a score of " + score + " for each of its criteria" : ""),
                puts,
                Exact.of(score).dividedBy(Exact.of(HIGHEST_SCORE)),
                Exact.of(score));
    }

    private List<Change> scores() {
        Set<String> scored = scored();
        List<Change> changes = new ArrayList<>();
        for (Fact fact : dossier.facts()) {
            if (fact instanceof Fact.RoundHeld held) {
                for (String criterion : vocabulary.wordsOf("criterion", held.round())) {
                    for (int score = LOWEST_SCORE; score <= HIGHEST_SCORE; score++) {
                        if (!scored.contains(held.round() + "/" + criterion)) {
                            String opening = "/scores" + ABOUT + held.round() + "/" + criterion;
                            changes.add(Change.figure(
                                    opening,
                                    opening,
                                    "have " + vocabulary.reads(criterion) + " in the " + vocabulary.reads(held.round())
                                            + " scored, with a " + score,
                                    List.of(score(held.round(), criterion, score)),
                                    Exact.of(score).dividedBy(Exact.of(HIGHEST_SCORE)),
                                    Exact.of(score)));
                        }
                    }
                }
            }
        }
        return changes;
    }

    private Set<String> scored() {
        Set<String> scored = new HashSet<>();
        for (Fact fact : dossier.facts()) {
            if (fact instanceof Fact.Score score) {
                scored.add(score.round() + "/" + score.criterion());
            }
        }
        return scored;
    }

    private static Change.Put score(String round, String criterion, int score) {
        return new Change.Put(
                "/scores/-",
                Figures.object(
                        Figures.member("round", Figures.text(round)),
                        Figures.member("criterion", Figures.text(criterion)),
                        Figures.member("score", Figures.number(score)),
                        Figures.member("interviewer", Figures.text(NOBODY_YET))));
    }

    /** A list of words of one kind, which is called as one of its entries is: {@code deliverables} of the kind {@code deliverable}. */
    private List<Change> words(String list) {
        String kind = list.substring(list.lastIndexOf('/') + 1).replaceAll("s$", "");
        if (!(dossier.json().at(list).orElse(null) instanceof Json.Arr present)) {
            return List.of();
        }
        Set<String> there = new HashSet<>();
        present.items().forEach(item -> there.add(item instanceof Json.Str text ? text.value() : ""));
        return vocabulary.words(kind).stream()
                .filter(word -> !there.contains(word))
                .map(word -> Change.other(
                        list + ABOUT + word,
                        "add the " + vocabulary.reads(word) + " to the " + Figures.name(list),
                        List.of(new Change.Put(list + "/-", Figures.text(word)))))
                .toList();
    }
}
