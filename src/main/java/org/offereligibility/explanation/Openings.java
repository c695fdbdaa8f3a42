package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.offereligibility.decision.Evaluator;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.DossierPlaces;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Fact;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonEdit;
import org.offereligibility.dossier.Moment;
import org.offereligibility.policy.PolicyHeader;

/** What of a dossier is still open to change under the policy, and what each of it could become. */
final class Openings {
    private final Evaluator evaluator;
    private final Function<Json, Optional<Dossier>> reader;
    private final Map<Object, SortedSet<Exact>> known = new HashMap<>();

    /** @param reader reads a changed dossier; empty if it would not be accepted */
    Openings(Evaluator evaluator, Function<Json, Optional<Dossier>> reader) {
        this.evaluator = evaluator;
        this.reader = reader;
    }

    /** By opening, in the order of the policy; each with what it could become, in no order of preference. */
    Map<String, List<Change>> of(Dossier dossier, Moment asOf) {
        Map<String, List<Change>> openings = new LinkedHashMap<>();
        for (PolicyHeader.Changeable changeable : evaluator.rules().header().changeable()) {
            changes(changeable, dossier, asOf)
                    .forEach(change -> openings.computeIfAbsent(change.opening(), unseen -> new ArrayList<>())
                            .add(change));
        }
        return openings;
    }

    /** What one opening could become, in the dossier as it is now. */
    List<Change> of(String opening, Dossier dossier, Moment asOf) {
        return evaluator.rules().header().changeable().stream()
                .filter(changeable -> opening.equals(changeable.pointer())
                        || opening.startsWith(changeable.pointer() + ListOpenings.ABOUT))
                .flatMap(changeable -> changes(changeable, dossier, asOf).stream())
                .filter(change -> change.opening().equals(opening))
                .toList();
    }

    private List<Change> changes(PolicyHeader.Changeable changeable, Dossier dossier, Moment asOf) {
        String pointer = changeable.pointer();
        Optional<Json> now = dossier.json().at(pointer).filter(value -> !(value instanceof Json.Null));
        return switch (DossierPlaces.known().getOrDefault(pointer, DossierPlaces.Kind.TEXT)) {
            case WHOLE_NUMBER, NUMBER ->
                now.map(value -> figures(changeable, value, dossier, asOf)).orElse(List.of());
            case INSTANT ->
                now.map(value -> instants(pointer, value, dossier, asOf)).orElse(List.of());
            case TEXT -> words(changeable, now, dossier, asOf);
            case LIST -> new ListOpenings(evaluator.rules().vocabulary(), dossier, asOf).of(pointer);
            case OBJECT ->
                now.isPresent()
                        ? List.of()
                        : new ObjectOpenings(
                                        evaluator.rules().vocabulary(),
                                        dossier,
                                        asOf,
                                        (object, fact, figure) -> figured(object, fact, figure, dossier, asOf))
                                .of(pointer);
        };
    }

    // ---- figures and dates

    private List<Change> figures(PolicyHeader.Changeable changeable, Json now, Dossier dossier, Moment asOf) {
        if (!(now instanceof Json.Num number)) {
            return List.of();
        }
        String pointer = changeable.pointer();
        boolean whole = DossierPlaces.known().get(pointer) == DossierPlaces.Kind.WHOLE_NUMBER;
        Exact from = Exact.of(number.value());
        Exact step = changeable.step().orElse(Exact.of(1));
        List<Change> changes = new ArrayList<>();
        for (Exact to : around(pointer, pointer, step, dossier, asOf, value -> Figures.number(value, whole))) {
            Figures.number(to, whole).ifPresent(value -> {
                if (!to.equals(from)) {
                    Exact size = from.equals(Exact.ZERO)
                            ? Exact.of(1)
                            : to.distanceTo(from).dividedBy(from);
                    changes.add(new Change(
                            pointer,
                            List.of(new Change.Put(pointer, value)),
                            size,
                            "change the " + Figures.name(pointer) + " from " + from.spoken() + " to " + to.spoken(),
                            Optional.of(to)));
                }
            });
        }
        return changes;
    }

    /** A date that is reached is a fact; one that is not may be moved, but not into the past. */
    private List<Change> instants(String pointer, Json now, Dossier dossier, Moment asOf) {
        Optional<Moment> stands = now instanceof Json.Str text ? Figures.moment(text.value()) : Optional.empty();
        if (stands.isEmpty() || stands.get().compareTo(asOf) < 0) {
            return List.of();
        }
        Exact from = Figures.hours(stands.get());
        List<Change> changes = new ArrayList<>();
        for (Exact to :
                around(pointer, pointer, Figures.MINUTE, dossier, asOf, value -> Optional.of(Figures.instant(value)))) {
            Moment moment = Figures.moment(to);
            if (moment.compareTo(asOf) >= 0 && !to.equals(from)) {
                changes.add(new Change(
                        pointer,
                        List.of(new Change.Put(pointer, Figures.instant(to))),
                        to.distanceTo(from).dividedBy(Figures.MONTH),
                        "move the " + Figures.name(pointer) + " from "
                                + Words.time(stands.get().instant()) + " to " + Words.time(moment.instant()),
                        Optional.of(to)));
            }
        }
        return changes;
    }

    /**
     * The turning points of the conditions and a value on either side of each. A value may bring conditions into play that
     * were not before, so that it is looked at from there, too.
     */
    private SortedSet<Exact> around(
            String fact,
            String figure,
            Exact step,
            Dossier dossier,
            Moment asOf,
            Function<Exact, Optional<Json>> written) {
        Object besides = List.of(fact, figure, besides(fact, dossier));
        SortedSet<Exact> before = known.get(besides);
        if (before != null) {
            return before;
        }
        SortedSet<Exact> points = new TreeSet<>(evaluator.turningPoints(dossier, asOf, fact));
        SortedSet<Exact> looked = new TreeSet<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Exact value : Figures.beside(points, step)) {
                if (looked.add(value)) {
                    grown |= points.addAll(written.apply(value)
                            .flatMap(json -> JsonEdit.set(dossier.json(), figure, json))
                            .flatMap(reader)
                            .map(there -> evaluator.turningPoints(there, asOf, fact))
                            .orElse(new TreeSet<>()));
                }
            }
        }
        SortedSet<Exact> values = Figures.beside(points, step);
        known.put(besides, values);
        return values;
    }

    /** The facts on which the turning points of this one depend, beside itself. */
    private Set<Fact> besides(String pointer, Dossier dossier) {
        Set<String> types = dossier.facts().stream()
                .filter(fact -> fact.pointer().equals(pointer))
                .flatMap(fact -> evaluator.besides(fact.getClass().getSimpleName()).stream())
                .collect(Collectors.toSet());
        return dossier.facts().stream()
                .filter(fact -> types.contains(fact.getClass().getSimpleName()))
                .collect(Collectors.toSet());
    }

    /** What a figure could be in an object that is not there yet: what it was made with, and all that may make a difference. */
    private List<Json> figured(Change.Put object, String fact, String figure, Dossier dossier, Moment asOf) {
        Optional<Dossier> there =
                Change.other("", "", List.of(object)).in(dossier).flatMap(reader);
        if (there.isEmpty()) {
            return List.of();
        }
        boolean instant = DossierPlaces.known().get(figure) == DossierPlaces.Kind.INSTANT;
        Function<Exact, Optional<Json>> written =
                value -> instant ? Optional.of(Figures.instant(value)) : Figures.number(value, false);
        List<Json> values = new ArrayList<>();
        there.get().json().at(figure).ifPresent(values::add);
        around(fact, figure, instant ? Figures.MINUTE : Exact.of(1), there.get(), asOf, written)
                .forEach(value -> written.apply(value).ifPresent(values::add));
        return values;
    }

    // ---- words

    private List<Change> words(PolicyHeader.Changeable changeable, Optional<Json> now, Dossier dossier, Moment asOf) {
        String pointer = changeable.pointer();
        List<String> fixed = DossierPlaces.words(pointer);
        String from = now.map(value -> value instanceof Json.Str text ? text.value() : "")
                .orElse("");
        boolean open = now.isEmpty()
                ? !fixed.isEmpty()
                : changeable.from().isEmpty() || changeable.from().contains(from);
        if (!open) {
            return List.of();
        }
        String name = Figures.name(pointer);
        return (fixed.isEmpty() ? evaluator.comparedWith(dossier, asOf, from) : fixed)
                .stream()
                        .filter(word -> !word.equals(from) && !changeable.from().contains(word))
                        .map(word -> Change.other(
                                pointer,
                                now.isEmpty()
                                        ? "get the " + name + ": " + Words.text(word)
                                        : "have the " + name + " become " + Words.text(word) + ", no longer "
                                                + Words.text(from),
                                List.of(new Change.Put(pointer, Figures.text(word)))))
                        .toList();
    }
}
