package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Vocabulary;

/**
 * Reads {@code scenarios/*.yaml}: each file names a {@code base} dossier and lists {@code scenarios}, each with a
 * {@code name}, changes to the base ({@code set}, {@code add}, {@code remove}) or a {@code dossier} of its own, the
 * {@code verdict} and the {@code codes}; perhaps with the {@code rule} it is about and what it {@code shows} of it.
 */
final class Scenarios {
    private static final Set<String> OF_FILE = new LinkedHashSet<>(List.of("base", "section", "scenarios"));
    private static final Set<String> PROPERTIES = new LinkedHashSet<>(List.of(
            "name",
            "because",
            "rule",
            "shows",
            "dossier",
            "set",
            "add",
            "remove",
            "verdict",
            "codes",
            "supports",
            "not",
            "subjects",
            "effects"));

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
        if (yaml.at("/scenarios").orElse(null) instanceof Json.Arr list) {
            known(file, yaml, OF_FILE);
            Optional<Json> named = yaml.at("/base");
            Optional<Scenario.Base> base = named.flatMap(one -> base(file, one));
            if (named.isPresent() && base.isEmpty()) {
                return;
            }
            Optional<String> section = yaml.at("/section").map(said -> text(file, (Json.Obj) yaml, "section"));
            list.items().forEach(item -> scenario(file, item, base, section).ifPresent(scenarios::add));
        } else if (yaml.at("/scenarios").isPresent()) {
            report(file, yaml.at("/scenarios").get(), "expected a list of scenarios, each beginning with `- name:`");
        } else if (yaml.at("/candidateId").isEmpty()) {
            report(
                    file,
                    yaml,
                    "expected `base:` and a list of `scenarios:`, or a dossier that other files use as their base");
        }
    }

    private Optional<Scenario.Base> base(String file, Json named) {
        String name = named instanceof Json.Str text ? text.value() : "";
        byte[] bytes = folder.files().get("scenarios/" + name);
        if (bytes == null) {
            List<String> beside = folder.files().keySet().stream()
                    .filter(other -> other.startsWith("scenarios/") && !other.equals(file))
                    .map(other -> other.substring("scenarios/".length()))
                    .toList();
            report(
                    file,
                    named,
                    "there is no such file beside this one"
                            + Vocabulary.nearest(name, beside)
                                    .map(near -> ": did you mean `" + near + "`?")
                                    .orElse(""));
            return Optional.empty();
        }
        return YamlText.read("scenarios/" + name, bytes, problems).map(dossier -> new Scenario.Base(name, dossier));
    }

    private Optional<Scenario> scenario(
            String file, Json json, Optional<Scenario.Base> base, Optional<String> section) {
        if (!(json instanceof Json.Obj scenario)) {
            report(file, json, "expected a scenario with `name:`, `verdict:` and so on");
            return Optional.empty();
        }
        known(file, scenario, PROPERTIES);
        Optional<Json> own = scenario.get("dossier");
        if (own.isEmpty() && base.isEmpty()) {
            report(
                    file,
                    scenario,
                    "expected `dossier:` with a whole dossier, or `base:` at the top of the file with the name of one");
            return Optional.empty();
        }
        if (own.isPresent() && !(own.get() instanceof Json.Obj)) {
            report(
                    file,
                    own.get(),
                    "expected a whole dossier after `dossier:`, such as `candidateId: one` in lines of its own");
            return Optional.empty();
        }
        Optional<Scenario.Shows> shows = scenario.get("shows").flatMap(said -> shows(file, scenario));
        if (shows.isPresent() && scenario.get("rule").isEmpty()) {
            report(file, scenario.get("shows").orElseThrow(), "`rule:` is missing: whose rule does it show?");
        }
        for (String about : List.of("subjects", "effects")) {
            if (scenario.get(about).isPresent() && scenario.get("rule").isEmpty()) {
                report(file, scenario.get(about).orElseThrow(), "`rule:` is missing: whose findings are meant?");
            }
        }
        Optional<Scenario.Base> start = own.isPresent() ? Optional.empty() : base;
        return new ScenarioChanges(file, this::report)
                .in(scenario, own.orElseGet(() -> base.orElseThrow().dossier()))
                .map(dossier -> new Scenario(
                        file,
                        scenario.at().line(),
                        text(file, scenario, "name"),
                        scenario.get("because").isPresent() ? text(file, scenario, "because") : "",
                        scenario.get("rule").isPresent() ? text(file, scenario, "rule") : "",
                        shows,
                        start,
                        dossier,
                        text(file, scenario, "verdict"),
                        words(file, scenario, "codes"),
                        words(file, scenario, "supports"),
                        words(file, scenario, "not"),
                        section,
                        scenario.get("subjects").map(given -> words(file, scenario, "subjects")),
                        scenario.get("effects").map(given -> effects(file, scenario))));
    }

    private void known(String file, Json json, Set<String> properties) {
        if (json instanceof Json.Obj object) {
            for (Json.Member member : object.members()) {
                if (!properties.contains(member.name())) {
                    report(file, member.at(), RuleParser.unknown("property", member.name(), properties));
                }
            }
        }
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
        if (!word.isEmpty()) {
            report(file, scenario.get("shows").orElse(scenario), RuleParser.unknown("`shows:`", word, known));
        }
        return Optional.empty();
    }

    private String text(String file, Json.Obj scenario, String property) {
        Json given = scenario.get(property).orElse(null);
        if (given instanceof Json.Str text && !text.value().isBlank()) {
            return text.value();
        }
        if (given == null) {
            report(file, scenario, "`" + property + ":` is missing");
        } else {
            report(file, given, "expected a text after `" + property + ":`");
        }
        return "";
    }

    private List<String> words(String file, Json.Obj scenario, String property) {
        List<String> words = new ArrayList<>();
        Json value = scenario.get(property).orElse(new Json.Arr(scenario.at(), List.of()));
        if (value instanceof Json.Arr list) {
            for (Json item : list.items()) {
                if (item instanceof Json.Str word) {
                    words.add(word.value());
                } else {
                    report(file, item, "expected a code");
                }
            }
        } else {
            report(file, value, "expected a list: `" + property + ": [one, another]`");
        }
        return words;
    }

    private List<String> effects(String file, Json.Obj scenario) {
        List<String> effects = words(file, scenario, "effects");
        effects.stream()
                .filter(effect -> !RuleCheck.EFFECTS.contains(effect))
                .forEach(effect -> report(
                        file,
                        scenario.get("effects").orElse(scenario),
                        RuleParser.unknown("effect", effect, RuleCheck.EFFECTS)));
        return effects;
    }

    private void report(String file, Json at, String message) {
        report(file, at.at(), message);
    }

    private void report(String file, Json.Position at, String message) {
        problems.accept(new Problem(file, at.line(), at.column(), "", message));
    }
}
