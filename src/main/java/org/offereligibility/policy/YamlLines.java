package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.offereligibility.dossier.Json;
import org.offereligibility.policy.Difference.RawLine;

/** Where the parts of a YAML document stand, and what they say wherever they stand. */
final class YamlLines {
    private YamlLines() {}

    /** The lines of one of several parts that follow one another, without the blank lines and comments after it. */
    static List<RawLine> of(LegiblePolicy policy, String file, List<Integer> begins, int which) {
        int end = which + 1 < begins.size() ? begins.get(which + 1) - 1 : Integer.MAX_VALUE;
        List<RawLine> lines = new ArrayList<>(policy.lines(file, begins.get(which), end));
        while (lines.size() > 1 && lines.get(lines.size() - 1).text().matches("\\s*(#.*)?")) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    /** The same text for two values that say the same, in whatever order an object's members stand. */
    static String said(Json value) {
        if (value instanceof Json.Obj object) {
            Map<String, String> members = new TreeMap<>();
            object.members().forEach(member -> members.putIfAbsent(member.name(), said(member.value())));
            return members.toString();
        }
        if (value instanceof Json.Arr list) {
            return list.items().stream().map(YamlLines::said).toList().toString();
        }
        if (value instanceof Json.Num number) {
            return number.value().stripTrailingZeros().toPlainString();
        }
        if (value instanceof Json.Bool truth) {
            return truth.value() ? "yes" : "no";
        }
        return value instanceof Json.Str text ? "\"" + text.value() + "\"" : "nothing";
    }
}
