package org.offereligibility.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.offereligibility.dossier.CanonicalJson;
import org.offereligibility.dossier.Json;
import org.offereligibility.explanation.Printable;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.Scenario;

/** Suggested scenarios as a file that can be dropped among the others. */
final class SuggestionYaml {
    /** What YAML reads as it stands; anything else is written in quotation marks. */
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private static final Pattern NOT_PLAIN = Pattern.compile("true|false|null|yes|no|on|off|y|n");

    private final StringBuilder text = new StringBuilder();

    private SuggestionYaml() {}

    static String of(RuleSet rules, Optional<Scenario.Base> base, List<Suggestion> found, List<Goal> notFound) {
        SuggestionYaml yaml = new SuggestionYaml();
        yaml.remark("Scenarios suggested for " + rules.role() + " " + rules.version() + ".");
        yaml.remark(
                "Each tries out something that no other scenario does, and says what the rules find NOW. Read each one:");
        yaml.remark(
                "is this what they should find? If so, give it a name that says why. If not, it is the rules that are wrong.");
        base.ifPresent(one -> yaml.line("base: " + word(one.file())));
        yaml.line(found.isEmpty() ? "scenarios: []" : "scenarios:");
        found.forEach(yaml::scenario);
        if (!notFound.isEmpty()) {
            yaml.line("");
            yaml.remark("No dossier was found for these, near the ones that there are; perhaps none can be:");
            for (Goal goal : notFound) {
                String place = goal instanceof Goal.Fails fails
                        ? " (" + fails.demand().file() + ", line "
                                + fails.demand().line() + ")"
                        : "";
                yaml.remark("- " + goal.rule() + ": " + goal.words() + place);
            }
        }
        return yaml.text.toString();
    }

    /** What a scenario says under {@code remove:}, {@code set:} and {@code add:}, line by line. */
    static List<String> changes(Difference difference) {
        SuggestionYaml yaml = new SuggestionYaml();
        yaml.difference(difference);
        return yaml.text.toString().lines().map(line -> line.substring(4)).toList();
    }

    private void scenario(Suggestion suggestion) {
        remark("", suggestion.shown());
        line("  - name: " + quoted(suggestion.name()));
        if (!suggestion.rule().isEmpty()) {
            line("    rule: " + word(suggestion.rule()));
            suggestion.shows().ifPresent(shows -> line("    shows: " + shows.word()));
        }
        if (suggestion.difference().isPresent()) {
            difference(suggestion.difference().get());
        } else {
            line("    dossier:");
            members(suggestion.dossier(), "      ");
        }
        line("    verdict: " + suggestion.verdict());
        codes("codes", suggestion.codes());
        codes("supports", suggestion.supports());
        boolean not = suggestion
                .shows()
                .filter(shows -> shows != Scenario.Shows.HOLDS)
                .isPresent();
        codes("not", not ? List.of(suggestion.rule()) : List.of());
        line("");
    }

    private void difference(Difference difference) {
        if (!difference.removed().isEmpty()) {
            line("    remove: "
                    + difference.removed().stream()
                            .map(SuggestionYaml::place)
                            .collect(Collectors.joining(", ", "[", "]")));
        }
        if (!difference.set().isEmpty()) {
            line("    set:");
            difference.set().forEach(put -> line("      " + place(put.pointer()) + ": " + value(put.value())));
        }
        Map<String, List<Json>> lists = new LinkedHashMap<>();
        difference
                .added()
                .forEach(put -> lists.computeIfAbsent(put.pointer(), unseen -> new java.util.ArrayList<>())
                        .add(put.value()));
        if (!lists.isEmpty()) {
            line("    add:");
        }
        lists.forEach((list, values) -> {
            line("      " + place(list) + ":");
            values.forEach(value -> line("        - " + value(value)));
        });
    }

    private void members(Json json, String indent) {
        if (json instanceof Json.Obj object) {
            for (Json.Member member : object.members()) {
                if (member.value() instanceof Json.Arr list && !list.items().isEmpty()) {
                    line(indent + word(member.name()) + ":");
                    list.items().forEach(item -> line(indent + "  - " + value(item)));
                } else {
                    line(indent + word(member.name()) + ": " + value(member.value()));
                }
            }
        }
    }

    private void codes(String property, List<String> codes) {
        if (!codes.isEmpty()) {
            line("    " + property + ": "
                    + codes.stream().map(SuggestionYaml::word).collect(Collectors.joining(", ", "[", "]")));
        }
    }

    private void remark(String words) {
        line("# " + Printable.of(words));
    }

    private void remark(String before, String words) {
        line("  # " + before + Printable.of(words));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** On one line. */
    private static String value(Json json) {
        if (json instanceof Json.Obj object) {
            return object.members().stream()
                    .map(member -> word(member.name()) + ": " + value(member.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (json instanceof Json.Arr list) {
            return list.items().stream().map(SuggestionYaml::value).collect(Collectors.joining(", ", "[", "]"));
        }
        if (json instanceof Json.Num number) {
            return number.value().toPlainString();
        }
        return json instanceof Json.Str string
                ? word(string.value())
                : new String(CanonicalJson.bytes(json), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String place(String pointer) {
        return pointer.matches("(/[A-Za-z0-9]+)+") ? pointer : quoted(pointer);
    }

    private static String word(String text) {
        boolean name = PLAIN.matcher(text).matches() || text.matches("[a-zA-Z]+(\\.ya?ml)?");
        return name
                        && !NOT_PLAIN
                                .matcher(text.toLowerCase(java.util.Locale.ROOT))
                                .matches()
                ? text
                : quoted(text);
    }

    /** A JSON text is one of YAML too. */
    private static String quoted(String text) {
        return new String(
                CanonicalJson.bytes(new Json.Str(new Json.Position(1, 1), text)),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
