package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offereligibility.Evaluation;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.decision.Verdict;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Reading;
import org.offereligibility.explanation.AlreadyDecided.Bearing;
import org.offereligibility.explanation.AlreadyDecided.Outlook;

/** On a policy that is small enough, the answer is that of every outcome, written out as text and evaluated. */
class AlreadyDecidedByForceTests {
    private static final Evaluation HOUSE = Evaluation.under("src/test/resources/small-open");
    private static final Evaluator PORTER = HOUSE.evaluator("porter", Evaluation.EVALUATED_AT);
    private static final List<String> SIGNALS = List.of("dropped-a-trunk", "made-it-good");

    /** One outcome: what each open thing came out as, and the entries that say so. */
    private record Outcome(
            Map<String, String> byThing, String rounds, String scores, String observations, String check) {}

    private static String round(String round, String outcome) {
        return "{\"round\":\"%s\",\"startedAt\":\"2025-05-0%dT10:00:00Z\",\"minutes\":60,\"outcome\":\"%s\"},"
                .formatted(round, round.equals("talk") ? 2 : 1, outcome);
    }

    private static String score(String round, String criterion, int score) {
        return "{\"round\":\"%s\",\"criterion\":\"%s\",\"score\":%d,\"interviewer\":\"x\"},"
                .formatted(round, criterion, score);
    }

    private static String observation(String round, String signal) {
        return "{\"round\":\"%s\",\"signal\":\"%s\",\"observer\":\"x\"},".formatted(round, signal);
    }

    private static String dossier(String rounds, String scores, String observations, String check) {
        return ("{\"candidateId\":\"p-1\",\"role\":\"porter\",\"level\":\"any\",\"asOf\":\"2025-05-03T00:00:00Z\","
                        + "\"rounds\":[" + rounds + "],\"scores\":[" + scores + "],\"observations\":[" + observations
                        + "]" + (check.isEmpty() ? "" : ",\"backgroundCheck\":\"" + check + "\"") + "}")
                .replace(",]", "]");
    }

    private static Dossier read(String text) {
        Reading reading = HOUSE.read(text);
        assertThat(reading).as(text).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted) reading).dossier();
    }

    /** What stands already, in a word: {@code t} and {@code k} are the rounds held, and so on. */
    private record Start(boolean shift, boolean shiftScored, boolean talk, int manner, boolean dropped, String check) {
        static Start of(String words) {
            return new Start(
                    words.contains("shift"),
                    words.contains("carried"),
                    words.contains("talk"),
                    words.contains("manner2") ? 2 : words.contains("manner5") ? 5 : 0,
                    words.contains("dropped"),
                    words.contains("clear") ? "clear" : words.contains("pending") ? "pending" : "");
        }

        String rounds() {
            return (shift ? round("trial-shift", "advance") : "") + (talk ? round("talk", "advance") : "");
        }

        String scores() {
            return (shiftScored ? score("trial-shift", "carrying", 4) : "")
                    + (manner > 0 ? score("talk", "manner", manner) : "");
        }

        String observations() {
            return dropped ? observation("trial-shift", "dropped-a-trunk") : "";
        }

        Dossier dossier() {
            return read(AlreadyDecidedByForceTests.dossier(rounds(), scores(), observations(), check));
        }

        List<Outcome> outcomes() {
            List<Outcome> outcomes = List.of(new Outcome(new HashMap<>(), rounds(), scores(), observations(), check));
            outcomes = open(outcomes, shift, shiftScored, "trial shift", "trial-shift", "carrying");
            outcomes = open(outcomes, talk, manner > 0, "talk", "talk", "manner");
            if (check.equals("clear")) {
                return outcomes;
            }
            List<Outcome> checked = new ArrayList<>();
            for (Outcome outcome : outcomes) {
                for (String result : List.of("clear", "adverse")) {
                    checked.add(with(outcome, "background check", result, "", "", "", result));
                }
            }
            return checked;
        }

        private static List<Outcome> open(
                List<Outcome> before, boolean held, boolean scored, String name, String round, String criterion) {
            List<Outcome> after = new ArrayList<>();
            for (Outcome outcome : before) {
                for (String word : held ? List.of("") : List.of("advance", "reject")) {
                    for (int score = scored ? 5 : 1; score <= 5; score++) {
                        for (int signals = 0; signals < (held ? 1 : 4); signals++) {
                            String observed = ((signals & 1) > 0 ? observation(round, SIGNALS.get(0)) : "")
                                    + ((signals & 2) > 0 ? observation(round, SIGNALS.get(1)) : "");
                            after.add(with(
                                    outcome,
                                    held ? criterion + " in the " + name : name,
                                    word + score + signals,
                                    held ? "" : round(round, word),
                                    scored ? "" : score(round, criterion, score),
                                    observed,
                                    outcome.check()));
                        }
                    }
                }
            }
            return after;
        }

        private static Outcome with(
                Outcome outcome, String thing, String came, String rounds, String scores, String seen, String check) {
            Map<String, String> byThing = new HashMap<>(outcome.byThing());
            byThing.put(thing, came);
            return new Outcome(
                    byThing,
                    outcome.rounds() + rounds,
                    outcome.scores() + scores,
                    outcome.observations() + seen,
                    check);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "clear",
                "shift",
                "shift carried",
                "shift carried dropped",
                "shift carried dropped clear",
                "shift dropped talk",
                "shift carried talk pending",
                "shift carried talk manner2 pending",
                "shift carried dropped talk manner5 pending",
                "shift carried talk manner5 clear",
                "shift talk manner5 clear",
                "talk manner2 dropped"
            })
    void agreesWithEveryOutcomeWrittenOut(String words) {
        Start start = Start.of(words);
        Map<Outcome, Verdict> verdicts = new HashMap<>();
        for (Outcome outcome : start.outcomes()) {
            Dossier dossier =
                    read(dossier(outcome.rounds(), outcome.scores(), outcome.observations(), outcome.check()));
            verdicts.put(
                    outcome,
                    PORTER.conclude(dossier, dossier.asOf().orElseThrow()).verdict());
        }
        Set<Verdict> reachable = new TreeSet<>(verdicts.values());
        Set<String> mattering = mattering(verdicts);
        Outlook all = AlreadyDecided.ask(PORTER, start.dossier(), Evaluation.EVALUATED_AT);
        assertThat(all.all()).isTrue();
        assertThat(all.tried()).isEqualTo(start.outcomes().size());
        for (Outlook outlook : List.of(all, AlreadyDecided.ask(PORTER, start.dossier(), Evaluation.EVALUATED_AT, 0))) {
            assertThat(outlook.best()).isEqualTo(((TreeSet<Verdict>) reachable).last());
            assertThat(outlook.worst()).isEqualTo(((TreeSet<Verdict>) reachable).first());
            for (AlreadyDecided.Item item : outlook.items()) {
                boolean matters = mattering.contains(item.name());
                assertThat(item.bearing())
                        .as(item.name())
                        .isNotEqualTo(matters ? Bearing.CANNOT_MATTER : Bearing.MATTERS);
            }
        }
        assertThat(all.items()).allSatisfy(item -> assertThat(item.bearing()).isNotEqualTo(Bearing.NOT_SEEN_TO_MATTER));
    }

    private static Set<String> mattering(Map<Outcome, Verdict> verdicts) {
        Set<String> mattering = new TreeSet<>();
        Map<Map<String, String>, Verdict> seen = new HashMap<>();
        verdicts.forEach((outcome, verdict) -> outcome.byThing().keySet().forEach(thing -> {
            Map<String, String> rest = new HashMap<>(outcome.byThing());
            rest.put(thing, "?");
            Verdict other = seen.putIfAbsent(rest, verdict);
            if (other != null && other != verdict) {
                mattering.add(thing);
            }
        }));
        return mattering;
    }
}
