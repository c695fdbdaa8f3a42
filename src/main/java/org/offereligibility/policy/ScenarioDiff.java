package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.offereligibility.dossier.Json;
import org.offereligibility.policy.Difference.Kind;
import org.offereligibility.policy.Difference.RawLine;

/** In what HR's own tests of two versions differ, by their names. */
final class ScenarioDiff {
    static final String SECTION = "Scenarios";

    private final LegiblePolicy before;
    private final LegiblePolicy after;
    private final List<Difference> differences = new ArrayList<>();

    /** @param base the dossier it begins from */
    private record Written(String file, String base, Json.Obj scenario, List<RawLine> lines) {
        String said(String property) {
            return scenario.get(property).map(YamlLines::said).orElse("");
        }

        List<String> words(String property) {
            return scenario.get(property).orElse(null) instanceof Json.Arr list
                    ? list.items().stream()
                            .map(item -> item instanceof Json.Str word ? word.value() : YamlLines.said(item))
                            .toList()
                    : List.of();
        }

        /** Everything but the name. */
        String body() {
            return base
                    + scenario.members().stream()
                            .filter(member -> !member.name().equals("name"))
                            .map(member -> member.name() + YamlLines.said(member.value()))
                            .sorted()
                            .toList();
        }

        String word(String property) {
            return scenario.get(property).orElse(null) instanceof Json.Str word ? word.value() : "nothing";
        }
    }

    ScenarioDiff(LegiblePolicy before, LegiblePolicy after) {
        this.before = before;
        this.after = after;
    }

    List<Difference> differences() {
        Map<String, Written> old = scenarios(before);
        Map<String, Written> now = scenarios(after);
        renamed(old, now);
        now.forEach((name, scenario) -> {
            Written same = old.get(name);
            if (same != null) {
                changes(name, same, scenario);
            } else if (!before.broken().contains(scenario.file())) {
                add(name, "New scenario: " + Said.quoted(name) + ".", List.of(), scenario.lines());
            }
        });
        old.forEach((name, scenario) -> {
            if (!now.containsKey(name) && !after.broken().contains(scenario.file())) {
                add(name, "Scenario removed: " + Said.quoted(name) + ".", scenario.lines(), List.of());
            }
        });
        bases();
        return differences;
    }

    /** Takes out of both what has another name and is otherwise the same. */
    private void renamed(Map<String, Written> old, Map<String, Written> now) {
        for (Map.Entry<String, Written> come : List.copyOf(now.entrySet())) {
            if (!old.containsKey(come.getKey())) {
                old.entrySet().stream()
                        .filter(gone -> !now.containsKey(gone.getKey())
                                && gone.getValue().body().equals(come.getValue().body()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .ifPresent(name -> {
                            Written was = old.get(name);
                            if (was != null) {
                                change(
                                        come.getKey(),
                                        "The scenario " + Said.quoted(name) + " is now called "
                                                + Said.quoted(come.getKey()),
                                        was,
                                        come.getValue());
                            }
                            old.remove(name);
                            now.remove(come.getKey());
                        });
            }
        }
    }

    private static Map<String, Written> scenarios(LegiblePolicy policy) {
        Map<String, Written> scenarios = new LinkedHashMap<>();
        policy.documents().forEach((file, document) -> {
            if (document.at("/scenarios").orElse(null) instanceof Json.Arr list) {
                List<Integer> begins =
                        list.items().stream().map(item -> item.at().line()).toList();
                String base = document.at("/base").map(YamlLines::said).orElse("");
                for (int i = 0; i < begins.size(); i++) {
                    if (list.items().get(i) instanceof Json.Obj scenario) {
                        Written written = new Written(file, base, scenario, YamlLines.of(policy, file, begins, i));
                        scenarios.putIfAbsent(written.word("name"), written);
                    }
                }
            }
        });
        return scenarios;
    }

    private void changes(String name, Written old, Written now) {
        String named = "The scenario " + Said.quoted(name);
        if (!old.said("verdict").equals(now.said("verdict"))) {
            change(
                    name,
                    named + " now expects " + now.word("verdict") + " instead of " + old.word("verdict"),
                    old,
                    now);
        }
        lists("codes", " now also expects the finding ", " no longer expects the finding ", named, name, old, now);
        lists(
                "supports",
                " now also expects in its favour ",
                " no longer expects in its favour ",
                named,
                name,
                old,
                now);
        lists("not", " now also expects that there is no ", " no longer minds the finding ", named, name, old, now);
        if (!old.said("rule").equals(now.said("rule"))) {
            change(
                    name,
                    named + " is now about the rule " + now.word("rule") + " instead of " + old.word("rule"),
                    old,
                    now);
        }
        if (!old.said("shows").equals(now.said("shows"))) {
            change(name, named + " now shows something else of its rule", old, now);
        }
        boolean otherDossier = !old.base().equals(now.base());
        for (String edit : List.of("set", "add", "remove")) {
            otherDossier |= !old.said(edit).equals(now.said(edit));
        }
        if (otherDossier) {
            change(name, named + " now tries another dossier", old, now);
        }
    }

    private void lists(String property, String more, String less, String named, String name, Written old, Written now) {
        List<String> was = old.words(property);
        List<String> is = now.words(property);
        List<String> come = is.stream().filter(word -> !was.contains(word)).toList();
        List<String> gone = was.stream().filter(word -> !is.contains(word)).toList();
        if (!come.isEmpty()) {
            change(name, named + more + Said.list(come), old, now);
        }
        if (!gone.isEmpty()) {
            change(name, named + less + Said.list(gone), old, now);
        }
    }

    /** The dossiers that scenarios begin from. */
    private void bases() {
        TreeSet<String> files = new TreeSet<>(before.documents().keySet());
        files.addAll(after.documents().keySet());
        files.remove(PolicyHeader.FILE);
        for (String file : files) {
            Optional<Json> old = base(before, file);
            Optional<Json> now = base(after, file);
            if (!old.map(YamlLines::said).equals(now.map(YamlLines::said))
                    && !before.broken().contains(file)
                    && !after.broken().contains(file)) {
                add(
                        file,
                        (old.isEmpty()
                                        ? "New base dossier: "
                                        : now.isEmpty() ? "Base dossier removed: " : "The base dossier ")
                                + file
                                + (old.isPresent() && now.isPresent()
                                        ? " differs in " + parts(old.get(), now.get())
                                                + ", and so does every scenario that begins from it."
                                        : "."),
                        FileDiff.changed(before.lines(file), after.lines(file)),
                        FileDiff.changed(after.lines(file), before.lines(file)));
            }
        }
    }

    /** The parts of a dossier that are not the same. */
    private static String parts(Json old, Json now) {
        TreeSet<String> names = new TreeSet<>();
        for (Json dossier : List.of(old, now)) {
            if (dossier instanceof Json.Obj object) {
                object.members().forEach(member -> names.add(member.name()));
            }
        }
        names.removeIf(name -> old.at("/" + Json.escape(name))
                .map(YamlLines::said)
                .equals(now.at("/" + Json.escape(name)).map(YamlLines::said)));
        return Said.list(names.stream().map(FactType::noun).toList());
    }

    private static Optional<Json> base(LegiblePolicy policy, String file) {
        return Optional.ofNullable(policy.documents().get(file))
                .filter(document -> document.at("/scenarios").isEmpty());
    }

    private void change(String name, String sentence, Written old, Written now) {
        List<RawLine> gone = FileDiff.changed(old.lines(), now.lines());
        List<RawLine> come = FileDiff.changed(now.lines(), old.lines());
        boolean elsewhere = gone.isEmpty() && come.isEmpty(); // in the line that names the base dossier
        add(name, sentence + ".", elsewhere ? old.lines() : gone, elsewhere ? now.lines() : come);
    }

    private void add(String name, String sentence, List<RawLine> from, List<RawLine> to) {
        differences.add(new Difference(Kind.SCENARIO, SECTION, name, sentence, from, to));
    }
}
