package org.offereligibility.dossier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which properties a kind of object has.
 *
 * @param called what it is, as a message says it: {@code a round}
 * @param names every property it may have
 * @param required those it must have
 */
record Shape(String called, List<String> names, List<String> required, Map<String, Integer> places) {

    /** @param properties every name; one that must be there ends in {@code !} */
    static Shape of(String called, String... properties) {
        List<String> names =
                List.of(properties).stream().map(name -> name.replace("!", "")).toList();
        List<String> required = List.of(properties).stream()
                .filter(name -> name.endsWith("!"))
                .map(name -> name.replace("!", ""))
                .toList();
        Map<String, Integer> places = new HashMap<>();
        for (String name : names) {
            places.put(name, places.size());
        }
        return new Shape(called, names, required, Map.copyOf(places));
    }

    static final Shape DOSSIER = of(
            "a dossier",
            "schemaVersion",
            "candidateId!",
            "candidateName",
            "role!",
            "level!",
            "asOf",
            "hiringTeam",
            "profile",
            "rounds",
            "scores",
            "observations",
            "challenges",
            "caseStudy",
            "exercises",
            "backgroundCheck",
            "offer",
            "metadata");
    static final Shape PROFILE = of("a profile", "yearsOfExperience!", "domains!", "accomplishments");
    static final Shape ROUND = of("a round", "round!", "startedAt!", "minutes!", "outcome!", "interviewers");
    static final Shape INTERVIEWER = of("an interviewer", "id!", "function!");
    static final Shape SCORE = of("a score", "round!", "criterion!", "score!", "interviewer!", "evidence");
    static final Shape OBSERVATION = of("an observation", "round!", "signal!", "observer!", "note");
    static final Shape CHALLENGE =
            of("a challenge", "id!", "round!", "topic!", "constraint", "response!", "responseSeconds!", "raisedBy");
    static final Shape CASE_STUDY = of("a case study", "feature!", "briefSentAt!", "deliverables!");
    static final Shape EXERCISE = of("an exercise", "round!", "topic!", "audience", "text!");
    static final Shape OFFER =
            of("an offer", "baseSalary!", "currency!", "equity!", "vestingYears!", "extendedAt", "exception");
    static final Shape EQUITY = of("equity", "annualValue", "totalValue");
    static final Shape EXCEPTION = of("an exception", "approvedBy!", "reason!");

    static final List<Shape> ALL = List.of(
            DOSSIER,
            PROFILE,
            ROUND,
            INTERVIEWER,
            SCORE,
            OBSERVATION,
            CHALLENGE,
            CASE_STUDY,
            EXERCISE,
            OFFER,
            EQUITY,
            EXCEPTION);
}
