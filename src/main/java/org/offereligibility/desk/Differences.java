package org.offereligibility.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.dossier.Json;

/**
 * In what two decisions differ, as far as their JSON tells.
 *
 * @param properties the names of what else differs, such as {@code asOf}, in their order
 * @param gone findings of the first alone
 * @param come findings of the second alone
 * @param changed findings of the same code about the same, which differ in something
 */
public record Differences(List<String> properties, List<Found> gone, List<Found> come, List<Changed> changed) {
    private static final String FINDINGS = "findings";

    /** @param rule where it stands, for people to read */
    public record Found(String code, String effect, String subject, String message, String rule) {}

    /** @param in what differs of the finding: {@code effect}, {@code message}, {@code rule}, {@code because} ... */
    public record Changed(Found before, Found after, List<String> in) {}

    private record Read(Found found, Json.Obj json) {}

    /** Compares the JSON of two decisions; what is no decision has no findings. */
    public static Differences between(byte[] first, byte[] second) {
        Json.Obj before = object(Records.json(first));
        Json.Obj after = object(Records.json(second));
        List<String> properties = new ArrayList<>(differing(before, after));
        properties.remove(FINDINGS);
        List<Found> gone = new ArrayList<>();
        List<Found> come = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        Map<List<String>, List<Read>> was = findings(before);
        Map<List<String>, List<Read>> is = findings(after);
        was.forEach((name, all) -> {
            List<Read> others = is.getOrDefault(name, List.of());
            List<Read> left = without(all, others);
            List<Read> right = without(others, all);
            int pairs = Math.min(left.size(), right.size());
            for (int i = 0; i < pairs; i++) {
                changed.add(new Changed(
                        left.get(i).found(),
                        right.get(i).found(),
                        differing(left.get(i).json(), right.get(i).json())));
            }
            left.subList(pairs, left.size()).forEach(read -> gone.add(read.found()));
            right.subList(pairs, right.size()).forEach(read -> come.add(read.found()));
        });
        is.forEach((name, all) -> {
            if (!was.containsKey(name)) {
                all.forEach(read -> come.add(read.found()));
            }
        });
        return new Differences(properties, List.copyOf(gone), List.copyOf(come), List.copyOf(changed));
    }

    /** Whether no finding differs. */
    public boolean sameFindings() {
        return gone.isEmpty() && come.isEmpty() && changed.isEmpty();
    }

    private static List<Read> without(List<Read> all, List<Read> others) {
        List<byte[]> known =
                others.stream().map(read -> CanonicalJson.bytes(read.json())).toList();
        return all.stream()
                .filter(read ->
                        known.stream().noneMatch(other -> Arrays.equals(other, CanonicalJson.bytes(read.json()))))
                .toList();
    }

    private static List<String> differing(Json.Obj before, Json.Obj after) {
        List<String> names = new ArrayList<>();
        before.members().forEach(member -> names.add(member.name()));
        after.members().forEach(member -> names.add(member.name()));
        return names.stream()
                .distinct()
                .filter(name -> !before.get(name)
                        .map(CanonicalJson::text)
                        .equals(after.get(name).map(CanonicalJson::text)))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static Map<List<String>, List<Read>> findings(Json.Obj decision) {
        Map<List<String>, List<Read>> findings = new LinkedHashMap<>();
        if (decision.get(FINDINGS).orElse(null) instanceof Json.Arr all) {
            for (Json each : all.items()) {
                Json.Obj json = object(Optional.of(each));
                Json.Obj rule = object(json.get("rule"));
                Found found = new Found(
                        word(json, "code"),
                        word(json, "effect"),
                        word(json, "subject"),
                        word(json, "message"),
                        "“" + word(rule, "name") + "”, " + word(rule, "file") + " line "
                                + rule.get("line").map(CanonicalJson::text).orElse("?"));
                findings.computeIfAbsent(List.of(found.code(), found.subject()), unseen -> new ArrayList<>())
                        .add(new Read(found, json));
            }
        }
        return findings;
    }

    private static String word(Json.Obj object, String name) {
        return Records.text(object, name).orElse("");
    }

    private static Json.Obj object(Optional<Json> json) {
        return json.orElse(null) instanceof Json.Obj object ? object : new Json.Obj(new Json.Position(1, 1), List.of());
    }
}
