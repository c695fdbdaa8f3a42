package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    private final Moment asOf;

    ListOpenings(Vocabulary vocabulary, Dossier dossier, Moment asOf) {
        this.vocabulary = vocabulary;
        this.dossier = dossier;
        this.asOf = asOf;
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
        Moment last = asOf;
        for (Fact fact : dossier.facts()) {
            if (fact instanceof Fact.RoundHeld round) {
                held.add(round.round());
                last = held.size() == 1 || round.endedAt().compareTo(last) > 0 ? round.endedAt() : last;
            }
        }
        List<Change> changes = new ArrayList<>();
        for (String round : vocabulary.words("round")) {
            if (!held.contains(round)) {
                for (String outcome : DossierPlaces.words("/rounds/-/outcome")) {
                    for (int score = LOWEST_SCORE; score <= HIGHEST_SCORE; score++) {
                        changes.add(round(round, outcome, score, last.plusHours(A_DAY)));
                    }
                }
            }
        }
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
        return Change.scored(
                "/rounds" + ABOUT + round,
                "hold the " + vocabulary.reads(round) + " with the outcome " + Words.text(outcome)
                        + (puts.size() > 1 ? " and a score of " + score + " for each of its criteria" : ""),
                puts,
                score,
                HIGHEST_SCORE);
    }

    private List<Change> scores() {
        Set<String> scored = scored();
        List<Change> changes = new ArrayList<>();
        for (Fact fact : dossier.facts()) {
            if (fact instanceof Fact.RoundHeld held) {
                for (String criterion : vocabulary.wordsOf("criterion", held.round())) {
                    for (int score = LOWEST_SCORE; score <= HIGHEST_SCORE; score++) {
                        if (!scored.contains(held.round() + "/" + criterion)) {
                            changes.add(Change.scored(
                                    "/scores" + ABOUT + held.round() + "/" + criterion,
                                    "have " + vocabulary.reads(criterion) + " in the " + vocabulary.reads(held.round())
                                            + " scored, with a " + score,
                                    List.of(score(held.round(), criterion, score)),
                                    score,
                                    HIGHEST_SCORE));
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
                        "get the " + vocabulary.reads(word),
                        List.of(new Change.Put(list + "/-", Figures.text(word)))))
                .toList();
    }
}
