package org.offereligibility.explanation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.offereligibility.Evaluation;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.DossierReader;
import org.offereligibility.dossier.Entry;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonEdit;
import org.offereligibility.dossier.JsonText;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Reading;

/** Dossiers under a policy that is small enough for every set of changes to be tried, and all that may change in them. */
final class Bakers {
    private static final Evaluation HOUSE = Evaluation.under("src/test/resources/small-changes");
    static final Evaluator POLICY = HOUSE.evaluator("baker", Evaluation.EVALUATED_AT);
    static final Moment AS_OF = Moment.parse("2025-05-05T00:00:00Z");
    private static final Map<String, List<String>> CRITERIA =
            Map.of("tasting", List.of("crust", "crumb"), "night-shift", List.of("speed", "calm"));

    private Bakers() {}

    /** One value that an opening could take. */
    record Option(String opening, List<Change.Put> puts) {
        Optional<Dossier> in(Dossier dossier) {
            Optional<Json> json = Optional.of(dossier.json());
            for (Change.Put put : puts) {
                json = json.flatMap(before -> JsonEdit.set(before, put.pointer(), put.value()));
            }
            return json.flatMap(Bakers::read);
        }
    }

    static Optional<Dossier> read(Json json) {
        return DossierReader.read("b", json, (role, at) -> POLICY.rules().vocabulary(), AS_OF)
                        instanceof Reading.Accepted accepted
                ? Optional.of(accepted.dossier())
                : Optional.empty();
    }

    private static Json json(String text) {
        JsonText.Parsed parsed = JsonText.parse(new Entry("b", 1, text.getBytes(StandardCharsets.UTF_8)));
        return ((JsonText.Parsed.Tree) parsed).json();
    }

    /** In order but for a few things, now and then for many. */
    static Dossier random(int seed) {
        Random random = new Random(seed);
        int oddity = random.nextInt(3) == 0 ? 2 : 6;
        Text text = new Text(random, oddity);
        String level = text.one("journeyman", "master", "apprentice");
        boolean master = level.equals("master");
        List<String> rounds = new ArrayList<>();
        List<String> scores = new ArrayList<>();
        for (String round : List.of("tasting", "night-shift")) {
            if (!text.odd()) {
                rounds.add(
                        "{\"round\":\"%s\",\"startedAt\":\"2025-05-0%dT10:00:00Z\",\"minutes\":60,\"outcome\":\"%s\"}"
                                .formatted(
                                        round,
                                        round.equals("tasting") ? 1 : 2,
                                        text.one("advance", "advance", "advance", "reject")));
                for (String criterion : CRITERIA.get(round)) {
                    if (!text.odd()) {
                        scores.add("{\"round\":\"%s\",\"criterion\":\"%s\",\"score\":%s,\"interviewer\":\"x\"}"
                                .formatted(round, criterion, text.one("5", "4", "3", "2")));
                    }
                }
            }
        }
        int years = Integer.parseInt(text.one(master ? "3" : "4", "3", "5", "7"));
        int annual = Integer.parseInt(text.one(master ? "5000" : "3000", "1000", "5000", "9500"));
        int total = text.odd() ? 20000 : annual * years;
        int form = random.nextInt(3);
        String equity = Stream.of(
                        form == 1 ? "" : "\"annualValue\":" + annual, form == 0 ? "" : "\"totalValue\":" + total)
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        String check = text.one("clear", "pending", "not-started", "adverse", "");
        String offer = text.odd() && text.odd()
                ? ""
                : ",\"offer\":{\"baseSalary\":%s,\"currency\":\"EUR\",\"equity\":{%s},\"vestingYears\":%d}"
                        .formatted(text.one(master ? "50000" : "35000", "30000", "41000", "61000"), equity, years);
        String recipes = text.odd() ? "\"recipe\"" : "\"recipe\",\"costing\"";
        String burnt = text.odd() ? "{\"round\":\"tasting\",\"signal\":\"burnt-a-batch\",\"observer\":\"x\"}" : "";
        return read(json(
                        ("{\"candidateId\":\"b-1\",\"role\":\"baker\",\"level\":\"%s\",\"asOf\":\"%s\",\"rounds\":[%s],"
                                        + "\"scores\":[%s],\"observations\":[%s],\"caseStudy\":{\"feature\":\"rye\","
                                        + "\"briefSentAt\":\"2025-04-01T00:00:00Z\",\"deliverables\":[%s]}%s%s}")
                                .formatted(
                                        level,
                                        text.odd() ? "2025-05-03T00:00:00Z" : "2025-05-05T00:00:00Z",
                                        String.join(",", rounds),
                                        String.join(",", scores),
                                        burnt,
                                        recipes,
                                        check.isEmpty() ? "" : ",\"backgroundCheck\":\"" + check + "\"",
                                        offer)))
                .orElseThrow();
    }

    private record Text(Random random, int oddity) {
        boolean odd() {
            return random.nextInt(oddity) == 0;
        }

        String one(String usual, String... others) {
            return odd() ? others[random.nextInt(others.length)] : usual;
        }
    }

    /** Everything that may change, by opening, with every word and score and the figures of a grid. */
    static Map<String, List<Option>> options(Dossier dossier, boolean fine) {
        Map<String, List<Option>> all = new LinkedHashMap<>();
        figure(dossier, all, "/offer/baseSalary", fine, 1000, 30000, 40000, 42000, 60000, 52000, 62000, 58000);
        figure(dossier, all, "/offer/equity/annualValue", fine, 500, 2000, 4000, 5000, 9000, 20000);
        figure(dossier, all, "/offer/equity/totalValue", fine, 1000, 8000, 20000, 12000, 27000, 15000, 9000);
        figure(dossier, all, "/offer/vestingYears", fine, 1, 3, 4, 2, 6, 8);
        for (String level : List.of("journeyman", "master")) {
            put(all, "/level", "/level", text(level));
        }
        for (String hours : List.of(
                "2025-05-04T10:59:00Z",
                "2025-05-04T11:00:00Z",
                "2025-05-05T11:00:00Z",
                "2025-05-07T12:00:00Z",
                "2025-05-09T00:00:00Z")) {
            put(all, "/asOf", "/asOf", text(hours));
        }
        String check = dossier.json().at("/backgroundCheck").map(Bakers::string).orElse("not-started");
        if (List.of("not-started", "pending").contains(check)) {
            put(all, "/backgroundCheck", "/backgroundCheck", text("clear"));
            put(all, "/backgroundCheck", "/backgroundCheck", text("adverse"));
        }
        if (dossier.json().at("/offer").isPresent()
                && dossier.json().at("/offer/exception").isEmpty()) {
            put(all, "/offer/exception", "/offer/exception", json("{\"approvedBy\":\"x\",\"reason\":\"y\"}"));
        }
        for (String part : List.of("recipe", "costing")) {
            boolean there = dossier.facts().toString().contains("deliverable=" + part);
            if (!there) {
                put(all, "/caseStudy/deliverables#" + part, "/caseStudy/deliverables/-", text(part));
            }
        }
        entries(dossier, all);
        return all;
    }

    private static void entries(Dossier dossier, Map<String, List<Option>> all) {
        String facts = dossier.facts().toString();
        int day = 4;
        for (String round : List.of("tasting", "night-shift")) {
            boolean held = facts.contains("RoundHeld[pointer=/rounds/0, round=" + round)
                    || facts.contains("RoundHeld[pointer=/rounds/1, round=" + round);
            for (int score = 1; score <= 5; score++) {
                List<Change.Put> scores = new ArrayList<>();
                for (String criterion : CRITERIA.get(round)) {
                    if (!facts.contains("criterion=" + criterion)) {
                        Json entry = json("{\"round\":\"%s\",\"criterion\":\"%s\",\"score\":%d,\"interviewer\":\"y\"}"
                                .formatted(round, criterion, score));
                        scores.add(new Change.Put("/scores/-", entry));
                        if (held) {
                            add(
                                    all,
                                    new Option(
                                            "/scores#" + round + "/" + criterion,
                                            List.of(new Change.Put("/scores/-", entry))));
                        }
                    }
                }
                for (String outcome : held ? List.<String>of() : List.of("advance", "reject")) {
                    // as late as the search would have it: a day after the last, or after the one before
                    List<Change.Put> puts = new ArrayList<>();
                    puts.add(new Change.Put(
                            "/rounds/-",
                            json("{\"round\":\"%s\",\"startedAt\":\"%s\",\"minutes\":60,\"outcome\":\"%s\"}"
                                    .formatted(
                                            round,
                                            ListOpenings.Calendar.of(
                                                            dossier,
                                                            dossier.asOf().orElse(AS_OF),
                                                            POLICY.rules().vocabulary())
                                                    .rounds()
                                                    .get(round),
                                            outcome))));
                    puts.addAll(scores);
                    add(all, new Option("/rounds#" + round, puts));
                }
            }
        }
    }

    private static String string(Json value) {
        return value instanceof Json.Str text ? text.value() : "";
    }

    private static Json text(String text) {
        return json("\"" + text + "\"");
    }

    private static void add(Map<String, List<Option>> all, Option option) {
        all.computeIfAbsent(option.opening(), unseen -> new ArrayList<>()).add(option);
    }

    private static void put(Map<String, List<Option>> all, String opening, String pointer, Json value) {
        add(all, new Option(opening, List.of(new Change.Put(pointer, value))));
    }

    /** Every threshold that there is, on its own or times or over vesting years, a step on either side, and a coarse grid. */
    private static void figure(
            Dossier dossier, Map<String, List<Option>> all, String pointer, boolean fine, int step, int... thresholds) {
        if (dossier.json().at(pointer).isPresent()) {
            SortedSet<Integer> values = new TreeSet<>();
            for (int threshold : thresholds) {
                values.add(threshold);
                if (fine) {
                    values.add(threshold + step);
                    values.add(threshold - step);
                    values.add(threshold * 3 / 4);
                }
            }
            if (pointer.endsWith("annualValue")) {
                values.addAll(List.of(3000, 4500));
            }
            values.removeIf(value -> value <= 0);
            values.forEach(value -> put(all, pointer, pointer, json(String.valueOf(value))));
        }
    }
}
