package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

    /** What a decision can come to; a test holds them to the verdicts there are. */
    static final List<String> VERDICTS = List.of("ELIGIBLE", "REFER", "INCOMPLETE", "INELIGIBLE");

    private final PolicyFolder folder;
    private final Vocabulary vocabulary;
    private final Unread unread;
    private final Consumer<Problem> problems;
    private final ScenarioDossiers dossiers;
    private final Map<String, Optional<Json>> bases = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    private Scenarios(
            PolicyFolder folder,
            Vocabulary vocabulary,
            Unread unread,
            boolean withDossiers,
            Consumer<Problem> problems) {
        this.folder = folder;
        this.vocabulary = vocabulary;
        this.unread = unread;
        this.problems = problems;
        this.dossiers = new ScenarioDossiers(folder.role(), vocabulary, unread, withDossiers, problems);
    }

    /** @param withDossiers whether what a reader of dossiers would refuse is told too */
    static List<Scenario> read(
            PolicyFolder folder,
            Vocabulary vocabulary,
            Unread unread,
            boolean withDossiers,
            Consumer<Problem> problems) {
        return new Scenarios(folder, vocabulary, unread, withDossiers, problems).all();
    }

    private List<Scenario> all() {
        List<Scenario> scenarios = new ArrayList<>();
        folder.files().forEach((name, bytes) -> {
            if (FilesInUse.isScenario(name)) {
                YamlText.read(name, bytes, problems).ifPresent(yaml -> file(name, yaml, scenarios));
            }
        });
        return scenarios;
    }

    private void file(String file, Json yaml, List<Scenario> scenarios) {
        Optional<Json> listed = yaml.at("/scenarios");
        Optional<Json> named = yaml.at("/base");
        if (listed.isEmpty() && named.isEmpty()) {
            if (yaml.at("/candidateId").isPresent()) {
                base(file);
            } else {
                report(
                        file,
                        yaml,
                        "expected `base:` and a list of `scenarios:`, or a dossier that other files use as their base");
            }
            return;
        }
        known(file, yaml, OF_FILE);
        if (!(listed.orElse(null) instanceof Json.Arr list)) {
            report(file, listed.orElse(yaml), "expected a list of `scenarios:`, each beginning with `- name:`");
            return;
        }
        Optional<Scenario.Base> base = named.flatMap(name -> base(file, name));
        Optional<String> section = yaml.at("/section").map(said -> text(file, (Json.Obj) yaml, "section"));
        list.items()
                .forEach(item ->
                        scenario(file, item, named.isPresent(), base, section).ifPresent(scenarios::add));
    }

    /** A file that is itself a dossier; none if something is wrong with it, which is said once. */
    private Optional<Json> base(String file) {
        Optional<Json> known = bases.get(file);
        if (known == null) {
            // that it is no YAML is said where the files are gone through
            known = Optional.ofNullable(folder.files().get(file))
                    .flatMap(bytes -> YamlText.read(file, bytes, FilesInUse.isScenario(file) ? once -> {} : problems))
                    .filter(json -> dossiers.isSound(file, json));
            bases.put(file, known);
        }
        return known;
    }

    private Optional<Scenario.Base> base(String file, Json named) {
        String name = named instanceof Json.Str text ? text.value() : "";
        if (!folder.files().containsKey("scenarios/" + name)) {
            Set<String> beside = new TreeSet<>();
            folder.files().keySet().stream()
                    .filter(other -> FilesInUse.isScenario(other) && !other.equals(file))
                    .forEach(other -> beside.add(other.substring("scenarios/".length())));
            report(
                    file,
                    named,
                    "there is no such file beside this one"
                            + Vocabulary.nearest(name, beside)
                                    .map(near -> ": did you mean `" + near + "`?")
                                    .orElse(""));
            return Optional.empty();
        }
        return base("scenarios/" + name).map(dossier -> new Scenario.Base(name, dossier));
    }

    /** @param hasBase whether the file names a base, though it may be one that cannot be used */
    private Optional<Scenario> scenario(
            String file, Json json, boolean hasBase, Optional<Scenario.Base> base, Optional<String> section) {
        if (!(json instanceof Json.Obj scenario)) {
            report(file, json, "expected a scenario with `name:`, `verdict:` and so on");
            return Optional.empty();
        }
        known(file, scenario, PROPERTIES);
        String name = text(file, scenario, "name");
        String here = file + ", line " + scenario.at().line();
        String before = name.isEmpty() ? null : names.putIfAbsent(name, here);
        if (before != null) {
            report(file, at(scenario, "name"), "another scenario is called " + VisibleText.shown(name) + ": " + before);
        }
        String rule = scenario.get("rule").isPresent() ? text(file, scenario, "rule") : "";
        code(file, at(scenario, "rule"), rule);
        Optional<Scenario.Shows> shows = scenario.get("shows").flatMap(said -> shows(file, scenario));
        if (shows.isPresent() && scenario.get("rule").isEmpty()) {
            report(file, at(scenario, "shows"), "`rule:` is missing: whose rule does it show?");
        }
        String verdict = text(file, scenario, "verdict");
        if (!verdict.isEmpty() && !VERDICTS.contains(verdict)) {
            report(file, at(scenario, "verdict"), UnknownName.told("verdict", verdict, VERDICTS));
        }
        List<String> codes = codes(file, scenario, "codes");
        List<String> supports = codes(file, scenario, "supports");
        List<String> not = codes(file, scenario, "not");
        Optional<Json> own = scenario.get("dossier");
        Optional<Json> start = own.isPresent() ? own(file, own.get()) : base.map(Scenario.Base::dossier);
        if (own.isEmpty() && !hasBase) {
            report(
                    file,
                    scenario,
                    "expected `dossier:` with a whole dossier, or `base:` at the top of the file with the name of one");
        }
        for (String about : List.of("subjects", "effects")) {
            if (scenario.get(about).isPresent() && scenario.get("rule").isEmpty()) {
                report(file, at(scenario, about), "`rule:` is missing: whose findings are meant?");
            }
        }
        return start.flatMap(whole -> dossiers.changed(file, scenario, whole))
                .map(dossier -> new Scenario(
                        file,
                        scenario.at().line(),
                        name,
                        scenario.get("because").isPresent() ? text(file, scenario, "because") : "",
                        rule,
                        shows,
                        own.isPresent() ? Optional.empty() : base,
                        dossier,
                        verdict,
                        codes,
                        supports,
                        not,
                        section,
                        scenario.get("subjects").map(given -> words(file, scenario, "subjects")),
                        scenario.get("effects").map(given -> effects(file, scenario))));
    }

    private Optional<Json> own(String file, Json dossier) {
        if (!(dossier instanceof Json.Obj)) {
            report(
                    file,
                    dossier,
                    "expected a whole dossier after `dossier:`, such as `candidateId: one` in lines of its own");
            return Optional.empty();
        }
        return Optional.of(dossier).filter(whole -> dossiers.isSound(file, whole));
    }

    private void known(String file, Json json, Set<String> properties) {
        if (json instanceof Json.Obj object) {
            for (Json.Member member : object.members()) {
                if (!properties.contains(member.name())) {
                    report(file, member.at(), UnknownName.told("property", member.name(), properties));
                }
            }
        }
    }

    /** What a scenario speaks of must be a rule's code, or nothing would ever be found of it. */
    private void code(String file, Json.Position at, String code) {
        if (!code.isEmpty() && !vocabulary.has("code", code) && !unread.mayHaveWord("code", code)) {
            report(file, at, UnknownName.told("code", code, vocabulary.words("code")));
        }
    }

    private static Json.Position at(Json.Obj scenario, String property) {
        return scenario.get(property).map(Json::at).orElse(scenario.at());
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
            report(file, at(scenario, "shows"), UnknownName.told("`shows:`", word, known));
        }
        return Optional.empty();
    }

    private String text(String file, Json.Obj scenario, String property) {
        Optional<Json> given = scenario.get(property);
        if (given.orElse(null) instanceof Json.Str text && !text.value().isBlank()) {
            return text.value();
        }
        boolean misspelt = given.isEmpty()
                && scenario.members().stream()
                        .anyMatch(member -> !PROPERTIES.contains(member.name())
                                && Vocabulary.nearest(member.name(), PROPERTIES).equals(Optional.of(property)));
        if (!misspelt) {
            report(
                    file,
                    given.orElse(scenario),
                    given.isEmpty() ? "`" + property + ":` is missing" : "expected a text after `" + property + ":`");
        }
        return "";
    }

    private List<String> codes(String file, Json.Obj scenario, String property) {
        if (scenario.get(property).orElse(null) instanceof Json.Arr list) {
            for (Json item : list.items()) {
                if (item instanceof Json.Str word) {
                    code(file, item.at(), word.value());
                }
            }
        }
        return words(file, scenario, property);
    }

    private List<String> words(String file, Json.Obj scenario, String property) {
        List<String> words = new ArrayList<>();
        Json value = scenario.get(property).orElse(new Json.Arr(scenario.at(), List.of()));
        if (value instanceof Json.Arr list) {
            for (Json item : list.items()) {
                if (item instanceof Json.Str word) {
                    words.add(word.value());
                } else {
                    report(file, item, "expected a code, the word that a rule has after `@code`");
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
                        UnknownName.told("effect", effect, RuleCheck.EFFECTS)));
        return effects;
    }

    private void report(String file, Json at, String message) {
        report(file, at.at(), message);
    }

    private void report(String file, Json.Position at, String message) {
        problems.accept(new Problem(file, at.line(), at.column(), "", message));
    }
}
