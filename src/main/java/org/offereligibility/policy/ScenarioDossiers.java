package org.offereligibility.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.offereligibility.dossier.DossierReader;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonEdit;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Reading;
import org.offereligibility.dossier.Vocabularies;
import org.offereligibility.dossier.Vocabulary;

/** The dossiers of scenarios: what a reader of dossiers would refuse is told where HR wrote it. */
record ScenarioDossiers(
        String role, Vocabulary vocabulary, Unread unread, boolean areRead, Consumer<Problem> problems) {
    private static final String DOUBTFUL = "the words of these rules cannot be read";

    /** One change: where in the dossier, and where it is written. */
    private record Change(String pointer, Json.Position at) {}

    /** Whether a base dossier would be read; if not, its problems are told. */
    boolean isSound(String file, Json dossier) {
        List<Problem> refusals = refusals(file, dossier);
        refusals.forEach(problems);
        return refusals.isEmpty();
    }

    /** Removes first, then sets, then adds: each in the order in which it is written. */
    Optional<Json> changed(String file, Json.Obj scenario, Json base) {
        List<Change> changes = new ArrayList<>();
        Optional<Json> dossier = removed(file, scenario, base, changes)
                .flatMap(json -> put(file, scenario, "set", json, changes))
                .flatMap(json -> put(file, scenario, "add", json, changes));
        if (dossier.isEmpty()) {
            return Optional.empty();
        }
        List<Problem> refusals = refusals(file, dossier.get());
        refusals.forEach(refusal -> problems.accept(placed(refusal, changes, scenario)));
        return refusals.isEmpty() ? dossier : Optional.empty();
    }

    private Optional<Json> removed(String file, Json.Obj scenario, Json base, List<Change> changes) {
        Json dossier = base;
        Optional<Json> given = scenario.get("remove");
        if (given.isPresent() && !(given.get() instanceof Json.Arr)) {
            report(file, given.get().at(), "expected a list: `remove: [/offer, /scores/0]`");
            return Optional.empty();
        }
        if (given.orElse(null) instanceof Json.Arr removed) {
            for (Json item : removed.items()) {
                String pointer = item instanceof Json.Str text ? text.value() : "?";
                Optional<Json> next = pointer.startsWith("/") ? JsonEdit.remove(dossier, pointer) : Optional.empty();
                if (next.isEmpty()) {
                    report(file, item.at(), "nothing stands there in the base dossier");
                    return Optional.empty();
                }
                dossier = next.get();
                changes.add(new Change(pointer, item.at()));
            }
        }
        return Optional.of(dossier);
    }

    private Optional<Json> put(String file, Json.Obj scenario, String change, Json base, List<Change> changes) {
        Json dossier = base;
        Optional<Json> given = scenario.get(change);
        if (given.isPresent() && !(given.get() instanceof Json.Obj)) {
            report(
                    file,
                    given.get().at(),
                    "expected places in the dossier and what comes there: `" + change
                            + ":`, and under it `/level: senior`");
            return Optional.empty();
        }
        if (given.orElse(null) instanceof Json.Obj several) {
            for (Json.Member member : several.members()) {
                boolean isAdded = change.equals("add");
                List<Json> values =
                        isAdded && member.value() instanceof Json.Arr list ? list.items() : List.of(member.value());
                for (Json value : values) {
                    Optional<Json> next = member.name().startsWith("/")
                            ? JsonEdit.set(dossier, isAdded ? member.name() + "/-" : member.name(), value)
                            : Optional.empty();
                    if (next.isEmpty()) {
                        report(
                                file,
                                member.at(),
                                member.name().startsWith("/")
                                        ? "nothing can be put there in the base dossier"
                                        : "a place in the dossier begins with `/`, such as `/offer/baseSalary`");
                        return Optional.empty();
                    }
                    dossier = next.get();
                }
                changes.add(new Change(member.name(), member.value().at()));
            }
        }
        return Optional.of(dossier);
    }

    private List<Problem> refusals(String file, Json dossier) {
        if (!areRead) {
            return List.of();
        }
        boolean isDoubtful = unread.mayHaveMoreWords();
        Vocabularies words = (named, asOf) -> {
            if (!named.equals(role)) {
                throw new Vocabularies.NotInForce("/role", "these are the rules of the role `" + role + "`");
            }
            if (isDoubtful) {
                throw new Vocabularies.NotInForce("/role", DOUBTFUL); // only what the schema says is looked at then
            }
            return vocabulary;
        };
        Reading reading = DossierReader.read(file, dossier, words, new Moment(Instant.EPOCH));
        return reading instanceof Reading.Refused refused
                ? refused.problems().stream()
                        .filter(problem -> !problem.message().equals(DOUBTFUL))
                        .toList()
                : List.of();
    }

    /** The base was in order, so that what is wrong lies in what was changed. */
    private static Problem placed(Problem refusal, List<Change> changes, Json.Obj scenario) {
        Json.Position at = changes.stream()
                .filter(change -> (refusal.pointer() + "/").startsWith(change.pointer() + "/")
                        || (change.pointer() + "/").startsWith(refusal.pointer() + "/"))
                .max(java.util.Comparator.comparingInt(
                        change -> change.pointer().length()))
                .map(Change::at)
                .orElse(scenario.at());
        return new Problem(refusal.file(), at.line(), at.column(), refusal.pointer(), refusal.message());
    }

    private void report(String file, Json.Position at, String message) {
        problems.accept(new Problem(file, at.line(), at.column(), "", message));
    }
}
