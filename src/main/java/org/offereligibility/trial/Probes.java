package org.offereligibility.trial;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.offereligibility.dossier.DossierPlaces;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonEdit;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.Scenario;

/**
 * Dossiers in the neighbourhood of some scenarios: each with one fact changed, removed or added, of those on which the
 * findings in question depend. In an order of its own, and each run when it is first asked for.
 */
final class Probes {
    private static final Json.Position NOWHERE = new Json.Position(1, 1);

    /** A dossier made from that of a scenario. */
    record Probe(Scenario scenario, Cases.Case tried) {}

    private final RuleSet rules;
    private final Cases cases;
    private final List<Scenario> near;
    private final List<Probe> known = new ArrayList<>();
    private final Set<Json> seen = new LinkedHashSet<>();
    private Optional<Reach> reach = Optional.empty();
    private Iterator<Probe> more = List.<Probe>of().iterator();

    Probes(RuleSet rules, Cases cases, List<Scenario> near) {
        this.rules = rules;
        this.cases = cases;
        this.near = near;
    }

    Probes about(Reach asked) {
        reach = Optional.of(asked);
        more = near.stream()
                .flatMap(scenario -> changes(scenario.dossier()).stream()
                        .flatMap(json -> cases.of(json).stream())
                        .map(tried -> new Probe(scenario, tried)))
                .iterator();
        return this;
    }

    boolean areFor(Reach asked, List<Scenario> scenarios) {
        return reach.equals(Optional.of(asked)) && near.equals(scenarios);
    }

    /** The nth; none after the last. */
    Optional<Probe> get(int nth) {
        while (known.size() <= nth && more.hasNext()) {
            known.add(more.next());
        }
        return nth < known.size() ? Optional.of(known.get(nth)) : Optional.empty();
    }

    // ---- changes

    private List<Json> changes(Json dossier) {
        List<Json> changed = new ArrayList<>();
        List<String> places = new ArrayList<>();
        collect(dossier, "", places);
        for (String place : places) {
            if (matters(place)) {
                changesAt(dossier, place, changed);
            }
        }
        additions(dossier, changed);
        changed.removeIf(json -> !seen.add(json));
        return changed;
    }

    /** Whether facts from that place can have an influence on what is in question. */
    private boolean matters(String place) {
        Set<String> facts = reach.map(Reach::facts).orElse(Set.of());
        String first = place.split("/", -1)[1];
        return Places.facts(first).isEmpty() || Places.facts(first).stream().anyMatch(facts::contains);
    }

    private void changesAt(Json dossier, String place, List<Json> changed) {
        Json value = dossier.at(place).orElseThrow();
        JsonEdit.remove(dossier, place).ifPresent(changed::add);
        for (Json other : others(dossier, place, value)) {
            JsonEdit.set(dossier, place, other).ifPresent(changed::add);
        }
    }

    private List<Json> others(Json dossier, String place, Json value) {
        List<Json> others = new ArrayList<>();
        if (value instanceof Json.Num number) {
            for (BigDecimal candidate : numbers(dossier, place, number.value())) {
                others.add(new Json.Num(NOWHERE, candidate));
            }
        } else if (value instanceof Json.Str text) {
            if (DossierPlaces.kind(DossierPlaces.general(place)).equals(Optional.of(DossierPlaces.Kind.INSTANT))) {
                Places.instants(text.value()).forEach(other -> others.add(new Json.Str(NOWHERE, other)));
            } else {
                words(place).stream()
                        .filter(word -> !word.equals(text.value()))
                        .forEach(word -> others.add(new Json.Str(NOWHERE, word)));
            }
        }
        return others;
    }

    /** Numbers at which a rule turns and those of tables, those beside them, and those beside what stands there. */
    private Set<BigDecimal> numbers(Json dossier, String place, BigDecimal here) {
        Set<BigDecimal> numbers = new TreeSet<>();
        cases.turningPoints(dossier, place).forEach(point -> {
            BigDecimal decimal = point.rounded(4).stripTrailingZeros();
            numbers.add(decimal);
            numbers.add(decimal.add(BigDecimal.ONE));
            numbers.add(decimal.subtract(BigDecimal.ONE));
        });
        for (BigDecimal step : List.of(BigDecimal.ONE, new BigDecimal("0.5"))) {
            numbers.add(here.add(step));
            numbers.add(here.subtract(step));
        }
        rules.rows()
                .values()
                .forEach(row -> row.values().values().forEach(value -> {
                    if (value instanceof org.offereligibility.dossier.Exact exact) {
                        BigDecimal decimal = exact.rounded(4).stripTrailingZeros();
                        numbers.add(decimal);
                        numbers.add(decimal.add(BigDecimal.ONE));
                        numbers.add(decimal.subtract(BigDecimal.ONE));
                    }
                }));
        numbers.removeIf(number -> number.subtract(here).abs().compareTo(Places.far(here)) > 0);
        numbers.remove(here);
        return numbers;
    }

    private List<String> words(String place) {
        return rules.vocabulary().words(Places.kind(place));
    }

    private void additions(Json dossier, List<Json> changed) {
        List<String> rounds = rules.vocabulary().words("round");
        if (matters("/observations")) {
            for (String signal : rules.vocabulary().words("signal")) {
                for (String round : rounds) {
                    add(dossier, "/observations/-", changed, "round", round, "signal", signal, "observer", "obs-1");
                }
            }
        }
        if (matters("/challenges")) {
            for (String round : rounds) {
                for (String topic : rules.vocabulary().words("topic")) {
                    for (String response : rules.vocabulary().words("response")) {
                        for (int seconds : new int[] {60, 120}) {
                            challenge(dossier, changed, round, topic, response, seconds);
                        }
                    }
                }
            }
        }
        if (matters("/exercises")) {
            for (String text : List.of("One. Two. Three.", "One.", " ")) {
                for (String round : rounds) {
                    add(dossier, "/exercises/-", changed, "round", round, "topic", "another", "text", text);
                }
            }
        }
        if (matters("/scores")) {
            for (org.offereligibility.dossier.Vocabulary.Entry entry :
                    rules.vocabulary().entries()) {
                if (entry.kind().equals("criterion")) {
                    for (int score = 1; score <= 5; score++) {
                        score(dossier, changed, entry, score);
                    }
                }
            }
        }
        for (String list : List.of("domains", "accomplishments", "deliverables")) {
            String place = (list.equals("deliverables") ? "/caseStudy/" : "/profile/") + list + "/-";
            if (matters(place)) {
                for (String word : words(place)) {
                    JsonEdit.set(dossier, place, new Json.Str(NOWHERE, word)).ifPresent(changed::add);
                }
            }
        }
    }

    private static void add(Json dossier, String place, List<Json> changed, String... members) {
        JsonEdit.set(dossier, place, object(members)).ifPresent(changed::add);
    }

    private static Json.Obj object(String... members) {
        List<Json.Member> all = new ArrayList<>();
        for (int i = 0; i < members.length; i += 2) {
            all.add(new Json.Member(NOWHERE, members[i], new Json.Str(NOWHERE, members[i + 1])));
        }
        return new Json.Obj(NOWHERE, all);
    }

    private static void challenge(
            Json dossier, List<Json> changed, String round, String topic, String response, int seconds) {
        Json challenge = object("id", "cha-9", "round", round, "topic", topic, "response", response);
        JsonEdit.set(challenge, "/responseSeconds", new Json.Num(NOWHERE, BigDecimal.valueOf(seconds)))
                .flatMap(whole -> JsonEdit.set(dossier, "/challenges/-", whole))
                .ifPresent(changed::add);
    }

    private static void score(
            Json dossier, List<Json> changed, org.offereligibility.dossier.Vocabulary.Entry entry, int score) {
        Json given = object("round", entry.of(), "criterion", entry.word(), "interviewer", "int-9");
        JsonEdit.set(given, "/score", new Json.Num(NOWHERE, BigDecimal.valueOf(score)))
                .flatMap(whole -> JsonEdit.set(dossier, "/scores/-", whole))
                .ifPresent(changed::add);
    }

    private static void collect(Json json, String pointer, List<String> places) {
        if (!pointer.isEmpty()) {
            places.add(pointer);
        }
        if (json instanceof Json.Obj object) {
            object.members()
                    .forEach(member -> collect(member.value(), pointer + "/" + Json.escape(member.name()), places));
        } else if (json instanceof Json.Arr array) {
            for (int i = 0; i < array.items().size(); i++) {
                collect(array.items().get(i), pointer + "/" + i, places);
            }
        }
    }
}
