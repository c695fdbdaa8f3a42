package org.offereligibility.trial;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonEdit;
import org.offereligibility.dossier.Moment;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.trial.Situation.Present;

/** A dossier that says the facts of a situation and little else: what must stand beside them is filled in. */
final class DossierDraft {
    private static final Json.Position NOWHERE = new Json.Position(1, 1);
    private static final Json NOTHING = new Json.Arr(NOWHERE, List.of());

    private final RuleSet rules;
    private final Choice choice;
    private final Set<String> scored = new TreeSet<>();
    private Json dossier = new Json.Obj(NOWHERE, List.of());
    private int count;

    private DossierDraft(RuleSet rules, Choice choice) {
        this.rules = rules;
        this.choice = choice;
    }

    static Json of(RuleSet rules, Situation situation, Moment asOf, int attempt) {
        DossierDraft draft = new DossierDraft(rules, new Choice(rules, situation, asOf, attempt));
        draft.set("/candidateId", text("example"));
        draft.set("/role", text(rules.role()));
        draft.set("/level", text("any"));
        draft.set("/asOf", text(asOf.toString()));
        for (int i = 0; i < situation.present.size(); i++) {
            int times = 1;
            for (Situation.Gathered gathered : situation.gathered) {
                if (gathered.firstFact() <= i && i < gathered.factsAfter()) {
                    times = Math.max(times, draft.choice.times(gathered));
                }
            }
            for (int time = 0; time < times; time++) {
                draft.say(situation.present.get(i));
            }
        }
        return draft.dossier;
    }

    private static Json text(String text) {
        return new Json.Str(NOWHERE, text);
    }

    private static Json number(BigDecimal number) {
        return new Json.Num(NOWHERE, number);
    }

    private void set(String pointer, Json value) {
        dossier = JsonEdit.set(dossier, pointer, value).orElse(dossier);
    }

    private void needs(String pointer, Json value) {
        if (dossier.at(pointer).isEmpty()) {
            set(pointer, value);
        }
    }

    private void say(Present fact) {
        switch (fact.type()) {
            case "Level" -> set("/level", word(fact, "level", "any"));
            case "AsOf" -> set("/asOf", text(choice.instant(place(fact, "at"))));
            case "HiringTeamMember" -> set("/hiringTeam/-", word(fact, "id", "person-" + ++count));
            case "Profile" -> profile(number(choice.number(place(fact, "yearsOfExperience"))));
            case "Domain" -> {
                profile(number(BigDecimal.ONE));
                set("/profile/domains/-", word(fact, "domain", ""));
            }
            case "Accomplishment" -> {
                profile(number(BigDecimal.ONE));
                set("/profile/accomplishments/-", word(fact, "accomplishment", ""));
            }
            case "CaseBrief" -> caseStudy(Optional.of(text(choice.instant(place(fact, "briefSentAt")))));
            case "Deliverable" -> {
                caseStudy(Optional.empty());
                set("/caseStudy/deliverables/-", word(fact, "deliverable", ""));
            }
            case "BackgroundCheck" -> set("/backgroundCheck", word(fact, "status", ""));
            case "RoundHeld" -> held(fact);
            case "Interviewer" -> interviewer(fact);
            case "Score", "Observation", "Challenge", "Exercise" -> evidence(fact);
            case "Offer" -> offer("/offer/currency", word(fact, "currency", "USD"));
            case "BaseSalary" -> offer("/offer/baseSalary", number(choice.number(place(fact, "amount"))));
            case "AnnualEquityGiven" ->
                offer("/offer/equity/annualValue", number(choice.number(place(fact, "amount"))));
            case "TotalEquityGiven" -> offer("/offer/equity/totalValue", number(choice.number(place(fact, "amount"))));
            case "Vesting" -> offer("/offer/vestingYears", number(choice.number(place(fact, "years"))));
            case "OfferExtended" -> offer("/offer/extendedAt", text(choice.instant(place(fact, "at"))));
            case "OfferException" ->
                offer("/offer/exception", object("approvedBy", text("someone"), "reason", text("A reason.")));
            default -> {
                // a line of a table, or what a rule states
            }
        }
    }

    private static int place(Present fact, String field) {
        return fact.fields().getOrDefault(field, 0);
    }

    private Json word(Present fact, String field, String otherwise) {
        return text(choice.text(place(fact, field), otherwise));
    }

    private static Json object(Object... namesAndValues) {
        List<Json.Member> members = new java.util.ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.add(new Json.Member(NOWHERE, (String) namesAndValues[i], (Json) namesAndValues[i + 1]));
        }
        return new Json.Obj(NOWHERE, members);
    }

    private void profile(Json years) {
        if (dossier.at("/profile").isEmpty()) {
            set("/profile", object("yearsOfExperience", years, "domains", NOTHING));
        } else if (!years.equals(number(BigDecimal.ONE))) {
            set("/profile/yearsOfExperience", years);
        }
    }

    private void caseStudy(Optional<Json> briefSentAt) {
        needs(
                "/caseStudy",
                object(
                        "feature",
                        text("A feature"),
                        "briefSentAt",
                        text("2025-01-10T09:00:00Z"),
                        "deliverables",
                        NOTHING));
        briefSentAt.ifPresent(at -> set("/caseStudy/briefSentAt", at));
    }

    private void offer(String pointer, Json value) {
        needs(
                "/offer",
                object(
                        "baseSalary", number(BigDecimal.ONE),
                        "currency", text("USD"),
                        "equity", object(),
                        "vestingYears", number(BigDecimal.ONE)));
        set(pointer, value);
    }

    /** The place of the entry of that round among the rounds held; one is added where there is none. */
    private String round(String round) {
        int index = 0;
        while (dossier.at("/rounds/" + index).isPresent()) {
            if (dossier.at("/rounds/" + index + "/round").equals(Optional.of(text(round)))) {
                return "/rounds/" + index;
            }
            index++;
        }
        List<String> outcomes = rules.vocabulary().words("outcome");
        set(
                "/rounds/-",
                object(
                        "round", text(round),
                        "startedAt", text("2025-01-20T09:00:00Z"),
                        "minutes", number(BigDecimal.ONE),
                        "outcome", text(outcomes.isEmpty() ? "" : outcomes.get(0))));
        return "/rounds/" + index;
    }

    private void held(Present fact) {
        String at = round(choice.text(place(fact, "round"), ""));
        set(at + "/startedAt", text(choice.instant(place(fact, "startedAt"))));
        set(at + "/minutes", number(choice.number(place(fact, "minutes"))));
        set(at + "/outcome", word(fact, "outcome", ""));
    }

    private void interviewer(Present fact) {
        String at = round(choice.text(place(fact, "round"), ""));
        set(
                at + "/interviewers/-",
                object("id", word(fact, "id", "person-" + ++count), "function", word(fact, "function", "")));
    }

    private void evidence(Present fact) {
        Json round = word(fact, "round", "");
        Json who = text("person-" + ++count);
        switch (fact.type()) {
            case "Score" -> {
                Json score = number(choice.number(place(fact, "score")));
                if (scored.add(round + "/" + place(fact, "criterion") + score) || count < 20) {
                    set(
                            "/scores/-",
                            object(
                                    "round",
                                    round,
                                    "criterion",
                                    word(fact, "criterion", ""),
                                    "score",
                                    score,
                                    "interviewer",
                                    who));
                }
            }
            case "Observation" ->
                set("/observations/-", object("round", round, "signal", word(fact, "signal", ""), "observer", who));
            case "Challenge" ->
                set(
                        "/challenges/-",
                        object(
                                "id", word(fact, "id", "challenge-" + count),
                                "round", round,
                                "topic", word(fact, "topic", ""),
                                "response", word(fact, "response", ""),
                                "responseSeconds", number(choice.number(place(fact, "responseSeconds")))));
            default ->
                set(
                        "/exercises/-",
                        object(
                                "round", round,
                                "topic", word(fact, "topic", "topic-" + count),
                                "text", text(choice.prose(place(fact, "text")))));
        }
    }
}
