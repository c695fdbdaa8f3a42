package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonEdit;
import org.offereligibility.dossier.Problem;

/**
 * Reads {@code scenarios/*.yaml}: each file names a {@code base} dossier and lists {@code scenarios}, each a {@code name},
 * the {@code rule} it is about and what it {@code shows} of it, changes to the base ({@code set}, {@code add},
 * {@code remove}), the {@code verdict} and the {@code codes}. A file may name the {@code section} in which all of its rules find
 * something.
 */
final class Scenarios {
    private static final Set<String> PROPERTIES = new LinkedHashSet<>(
            List.of("name", "rule", "shows", "set", "add", "remove", "verdict", "codes", "supports", "not", "subjects"));

    private final PolicyFolder folder;
    private final Consumer<Problem> problems;

    private Scenarios(PolicyFolder folder, Consumer<Problem> problems) {
        this.folder = folder;
        this.problems = problems;
    }

    static List<Scenario> read(PolicyFolder folder, Consumer<Problem> problems) {
        return new Scenarios(folder, problems).all();
    }

    private List<Scenario> all() {
        List<Scenario> scenarios = new ArrayList<>();
        folder.files().forEach((name, bytes) -> {
            if (name.matches("scenarios/[^/]+\\.ya?ml")) {
                YamlText.read(name, bytes, problems).ifPresent(yaml -> file(name, yaml, scenarios));
            }
        });
        return scenarios;
    }

    private void file(String file, Json yaml, List<Scenario> scenarios) {
        Optional<Json> base = yaml.at("/base").flatMap(named -> base(file, named));
        if (yaml.at("/scenarios").orElse(null) instanceof Json.Arr list) {
            if (base.isEmpty()) {
                report(file, yaml, "expected `base:` and the file of a dossier beside this one");
                return;
            }
            Optional<String> section = yaml.at("/section").map(named -> named instanceof Json.Str text ? text.value() : "");
            list.items().forEach(item -> scenario(file, section, item, base.get())
                    .ifPresent(scenarios::add));
        } else if (yaml.at("/candidateId").isEmpty()) {
            report(
                    file,
                    yaml,
                    "expected `base:` and a list of `scenarios:`, or a dossier that other files use as their base");
        }
    }

    private Optional<Json> base(String file, Json named) {
        String path = named instanceof Json.Str text ? "scenarios/" + text.value() : "";
        byte[] bytes = folder.files().get(path);
        if (bytes == null) {
            report(file, named, "there is no such file beside this one");
            return Optional.empty();
        }
        return YamlText.read(path, bytes, problems);
    }

    private Optional<Scenario> scenario(String file, Optional<String> section, Json json, Json base) {
        if (!(json instanceof Json.Obj scenario)) {
            report(file, json, "expected a scenario with `name:`, `rule:` and so on");
            return Optional.empty();
        }
        for (Json.Member member : scenario.members()) {
            if (!PROPERTIES.contains(member.name())) {
                report(file, member.at(), RuleParser.unknown("property", member.name(), PROPERTIES));
            }
        }
        Optional<Scenario.Shows> shows = shows(file, scenario);
        Optional<Json> dossier = changed(file, scenario, base);
        if (shows.isEmpty() || dossier.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Scenario(
                file,
                scenario.at().line(),
                text(file, scenario, "name"),
                text(file, scenario, "rule"),
                shows.get(),
                section,
                base,
                dossier.get(),
                text(file, scenario, "verdict"),
                words(file, scenario, "codes"),
                words(file, scenario, "supports"),
                words(file, scenario, "not"),
                scenario.get("subjects").map(given -> words(file, scenario, "subjects"))));
    }

    private Optional<Scenario.Shows> shows(String file, Json.Obj scenario) {
        String word = text(file, scenario, "shows");
        for (Scenario.Shows shows : Scenario.Shows.values()) {
            if (shows.word().equals(word)) {
                return Optional.of(shows);
            }
        }
        List<String> known =
                Arrays.stream(Scenario.Shows.values()).map(Scenario.Shows::word).toList();
        report(file, scenario, RuleParser.unknown("`shows:`", word, known));
        return Optional.empty();
    }

    /** Removes first, then sets, then adds: each in the order in which it is written. */
    private Optional<Json> changed(String file, Json.Obj scenario, Json base) {
        Json dossier = base;
        if (scenario.get("remove").orElse(null) instanceof Json.Arr removed) {
            for (Json pointer : removed.items()) {
                Optional<Json> next = JsonEdit.remove(dossier, pointer instanceof Json.Str text ? text.value() : "?");
                if (next.isEmpty()) {
                    report(file, pointer, "nothing stands there in the base dossier");
                    return Optional.empty();
                }
                dossier = next.get();
            }
        }
        for (String change : List.of("set", "add")) {
            if (scenario.get(change).orElse(null) instanceof Json.Obj changes) {
                for (Json.Member member : changes.members()) {
                    List<Json> values = change.equals("add") && member.value() instanceof Json.Arr several
                            ? several.items()
                            : List.of(member.value());
                    for (Json value : values) {
                        Optional<Json> next = JsonEdit.set(
                                dossier, change.equals("add") ? member.name() + "/-" : member.name(), value);
                        if (next.isEmpty()) {
                            report(file, member.at(), "nothing can be put there in the base dossier");
                            return Optional.empty();
                        }
                        dossier = next.get();
                    }
                }
            }
        }
        return Optional.of(dossier);
    }

    private String text(String file, Json.Obj scenario, String property) {
        if (scenario.get(property).orElse(null) instanceof Json.Str text) {
            return text.value();
        }
        report(file, scenario, "`" + property + ":` is missing");
        return "";
    }

    private List<String> words(String file, Json.Obj scenario, String property) {
        List<String> words = new ArrayList<>();
        Json value = scenario.get(property).orElse(new Json.Arr(scenario.at(), List.of()));
        if (value instanceof Json.Arr list) {
            for (Json item : list.items()) {
                if (item instanceof Json.Str word) {
                    words.add(word.value());
                }
            }
        } else {
            report(file, value, "expected a list: `" + property + ": [one, another]`");
        }
        return words;
    }

    private void report(String file, Json at, String message) {
        report(file, at.at(), message);
    }

    private void report(String file, Json.Position at, String message) {
        problems.accept(new Problem(file, at.line(), at.column(), "", message));
    }
}
