package org.offereligibility.policy;

import java.util.List;
import java.util.Optional;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonEdit;

/** What a scenario changes in a dossier: removes first, then sets, then adds, each in the order in which it is written. */
final class ScenarioChanges {
    private static final String ENTRIES =
            "expected the places where something is %s, each with its value, such as" + " `/offer/baseSalary: 100000`";

    private final String file;
    private final Reports reports;

    /** Takes what is wrong with a file. */
    interface Reports {
        void report(String file, Json.Position at, String message);
    }

    ScenarioChanges(String file, Reports reports) {
        this.file = file;
        this.reports = reports;
    }

    /** The changed dossier; empty, and reported, if a change cannot be made. */
    Optional<Json> in(Json.Obj scenario, Json dossier) {
        return removed(scenario, dossier)
                .flatMap(rest -> put(scenario, "set", rest))
                .flatMap(rest -> put(scenario, "add", rest));
    }

    private Optional<Json> removed(Json.Obj scenario, Json dossier) {
        Json given = scenario.get("remove").orElse(new Json.Arr(scenario.at(), List.of()));
        if (!(given instanceof Json.Arr places)) {
            return refused(given.at(), "expected a list: `remove: [/offer, /backgroundCheck]`");
        }
        Json rest = dossier;
        for (Json pointer : places.items()) {
            Optional<Json> next = JsonEdit.remove(rest, pointer instanceof Json.Str text ? text.value() : "?");
            if (next.isEmpty()) {
                return refused(pointer.at(), "nothing stands there in the base dossier");
            }
            rest = next.get();
        }
        return Optional.of(rest);
    }

    private Optional<Json> put(Json.Obj scenario, String change, Json dossier) {
        boolean adds = change.equals("add");
        Json given = scenario.get(change).orElse(new Json.Obj(scenario.at(), List.of()));
        if (!(given instanceof Json.Obj changes)) {
            return refused(given.at(), ENTRIES.formatted(adds ? "added" : "set"));
        }
        Json changed = dossier;
        for (Json.Member member : changes.members()) {
            List<Json> values =
                    adds && member.value() instanceof Json.Arr several ? several.items() : List.of(member.value());
            for (Json value : values) {
                Optional<Json> next = JsonEdit.set(changed, adds ? member.name() + "/-" : member.name(), value);
                if (next.isEmpty()) {
                    return refused(member.at(), "nothing can be put there in the base dossier");
                }
                changed = next.get();
            }
        }
        return Optional.of(changed);
    }

    private Optional<Json> refused(Json.Position at, String message) {
        reports.report(file, at, message);
        return Optional.empty();
    }
}
