package org.offereligibility.dossier;

import java.util.ArrayList;
import java.util.List;

/** Changes a JSON document in a few places, as a list of numbers chooses. */
final class Changes {
    private static final List<String> NAMES =
            List.of("gender", "extra", "note", "asOf", "metadata", "scores", "id", "round", "reason", "annualValue");

    /** Values on and beyond every bound of the schema. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "{}",
            "[]",
            "[null]",
            "[\"consumer-ai\"]",
            "{\"x\": 1}",
            "{\"round\": \"recruiter-screen\"}",
            "\"\"",
            "\"1\"",
            "\"x\"",
            "\"USD\"",
            "\"usd\"",
            "\"USDX\"",
            "\"pmm\"",
            "\"clear\"",
            "\"advance\"",
            "\"ethical\"",
            "\"defended\"",
            "\"role-fit\"",
            "\"other\"",
            "\"case-presentation\"",
            "\"" + "é".repeat(128) + "\"",
            "\"" + "é".repeat(129) + "\"",
            "\"" + "😀".repeat(128) + "\"",
            "\"2025-03-01T10:00:00Z\"",
            "\"2025-03-01T10:00:00.123456789+05:30\"",
            "\"2024-02-29T23:59:59-11:00\"",
            "\"2025-02-29T10:00:00Z\"",
            "\"2025-03-01T24:00:00Z\"",
            "\"2025-03-01T10:60:00Z\"",
            "\"2025-13-01T10:00:00Z\"",
            "\"2025-03-01\"",
            "\"2025-03-01T10:00:00\"",
            "\"2025-03-01 10:00\"",
            "\"soon\"",
            "\"2016-12-31T23:59:60Z\"",
            "\"2025-03-01T10:00:00.1234567891Z\"",
            "0",
            "-1",
            "1",
            "2",
            "3.0",
            "3.5",
            "5",
            "5.0",
            "6",
            "20",
            "21",
            "70",
            "70.0001",
            "1440",
            "1441",
            "86400",
            "86401",
            "0.0001",
            "0.00001",
            "1000000000",
            "1000000000.0000",
            "1000000000.5",
            "1e9",
            "1.5e1",
            "4e0",
            "-0.0",
            "12345678901234567890123");

    private Changes() {}

    /** Three numbers make a change: where, how, and what to. */
    static String apply(Json json, List<Integer> choices) {
        Json changed = json;
        for (int i = 0; i + 2 < choices.size(); i += 3) {
            int place = choices.get(i) % count(changed);
            changed = change(changed, new int[] {place}, choices.get(i + 1) % 4, choices.get(i + 2));
        }
        return write(changed);
    }

    private static int count(Json json) {
        return 1 + children(json).stream().mapToInt(Changes::count).sum();
    }

    private static List<Json> children(Json json) {
        if (json instanceof Json.Obj object) {
            return object.members().stream().map(Json.Member::value).toList();
        }
        return json instanceof Json.Arr array ? array.items() : List.of();
    }

    /** @param left how many values are to be passed over before the one that is changed, in a cell of its own */
    private static Json change(Json json, int[] left, int how, int what) {
        if (left[0]-- == 0) {
            return changed(json, how, what);
        }
        if (json instanceof Json.Obj object) {
            List<Json.Member> members = new ArrayList<>();
            for (Json.Member member : object.members()) {
                boolean here = left[0] == 0;
                Json value = left[0] < 0 ? member.value() : change(member.value(), left, how, what);
                if (!(here && how == 1)) {
                    members.add(new Json.Member(member.at(), member.name(), value));
                }
            }
            return new Json.Obj(json.at(), members);
        }
        if (json instanceof Json.Arr array) {
            List<Json> items = new ArrayList<>();
            for (Json item : array.items()) {
                boolean here = left[0] == 0;
                items.add(left[0] < 0 ? item : change(item, left, how, what));
                if (here && how == 1) {
                    items.add(item);
                }
            }
            return new Json.Arr(json.at(), items);
        }
        return json;
    }

    private static Json changed(Json json, int how, int what) {
        Json value = Samples.json(VALUES.get(what % VALUES.size()));
        if (how == 2 && json instanceof Json.Obj object) {
            String name = NAMES.get(what / VALUES.size() % NAMES.size());
            List<Json.Member> members = new ArrayList<>(object.members());
            members.removeIf(member -> member.name().equals(name));
            members.add(new Json.Member(json.at(), name, value));
            return new Json.Obj(json.at(), members);
        }
        if (how == 2 && json instanceof Json.Arr array) {
            List<Json> items = new ArrayList<>(array.items());
            items.add(value);
            return new Json.Arr(json.at(), items);
        }
        return how == 1 ? json : value;
    }

    static String write(Json json) {
        StringBuilder text = new StringBuilder();
        write(json, text);
        return text.toString();
    }

    private static void write(Json json, StringBuilder text) {
        if (json instanceof Json.Obj object) {
            text.append('{');
            for (Json.Member member : object.members()) {
                text.append(text.charAt(text.length() - 1) == '{' ? "" : ",\n");
                text.append('"').append(member.name()).append("\":");
                write(member.value(), text);
            }
            text.append('}');
        } else if (json instanceof Json.Arr array) {
            text.append('[');
            for (Json item : array.items()) {
                text.append(text.charAt(text.length() - 1) == '[' ? "" : ",\n");
                write(item, text);
            }
            text.append(']');
        } else if (json instanceof Json.Num number) {
            text.append(number.value());
        } else {
            text.append(new String(CanonicalJson.bytes(json), java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
