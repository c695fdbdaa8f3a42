package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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
    private static final String AS_OF = "/asOf";

    private final Evaluator evaluator;
    private final Function<Json, Optional<Dossier>> reader;
    private final ListOpenings.Calendar calendar;
    private final Map<Object, Around> known = new HashMap<>();
    private final Map<Object, Set<String>> knownWords = new HashMap<>();
    private final Map<Set<Fact>, Map<String, Touch>> knownTouches = new HashMap<>();

    /**
     * @param reader reads a changed dossier; empty if it would not be accepted
     * @param start the dossier before any change
     */
    Openings(Evaluator evaluator, Function<Json, Optional<Dossier>> reader, Dossier start, Moment asOf) {
        this.evaluator = evaluator;
        this.calendar = ListOpenings.Calendar.of(start, asOf, evaluator.rules().vocabulary());
        this.reader = reader;
    }

    /**
     * @param points at which a comparison of some rule turns
     * @param values those of the points that a dossier can say, and some on either side of each
     */
    private record Around(SortedSet<Exact> points, SortedSet<Exact> values) {}

    /** The facts that go and come with any of the changes of one opening. */
    record Touch(Set<Fact> gone, Set<Fact> come) {}

    /** By opening, in the order of the policy: the facts that changes of it touch. */
    Map<String, Touch> touches(Dossier dossier, Moment asOf) {
        Map<String, Touch> touches = new LinkedHashMap<>();
        Set<Fact> rest = new HashSet<>(dossier.facts());
        for (PolicyHeader.Changeable changeable : changeable()) {
            if (isFigure(changeable.pointer())) {
                // whatever it becomes: the fact that has it goes, and one that differs in nothing else comes
                Set<Fact> here = facts(dossier, asOf, changeable.pointer());
                rest.removeAll(here);
                if (!here.isEmpty()) {
                    touches.put(changeable.pointer(), new Touch(here, here));
                }
            }
        }
        touches.putAll(knownTouches.computeIfAbsent(rest, unseen -> otherTouches(dossier, asOf)));
        return touches;
    }

    private Map<String, Touch> otherTouches(Dossier dossier, Moment asOf) {
        Set<Fact> before = new HashSet<>(dossier.facts());
        Map<String, Touch> touches = new LinkedHashMap<>();
        for (PolicyHeader.Changeable changeable : changeable()) {
            if (!isFigure(changeable.pointer())) {
                for (Change change : changes(changeable, dossier, asOf)) {
                    Touch touch = touches.computeIfAbsent(
                            change.opening(), unseen -> new Touch(new HashSet<>(), new HashSet<>()));
                    change.in(dossier).flatMap(reader).ifPresent(changed -> {
                        Set<Fact> after = new HashSet<>(changed.facts());
                        before.stream().filter(fact -> !after.contains(fact)).forEach(touch.gone()::add);
                        after.stream().filter(fact -> !before.contains(fact)).forEach(touch.come()::add);
                    });
                }
            }
        }
        return touches;
    }

    private static boolean isFigure(String pointer) {
        return DossierPlaces.kind(pointer)
                .filter(kind -> kind.isNumber() || kind == DossierPlaces.Kind.INSTANT)
                .isPresent();
    }

    private static Set<Fact> facts(Dossier dossier, Moment asOf, String pointer) {
        Set<Fact> facts = dossier.facts().stream()
                .filter(fact -> fact.pointer().equals(pointer))
                .collect(Collectors.toSet());
        if (pointer.equals(AS_OF) && dossier.asOf().isPresent()) {
            facts.add(new Fact.AsOf(AS_OF, asOf));
        }
        return facts;
    }

    /** What one opening could become, in the dossier as it is now. */
    List<Change> of(String opening, Dossier dossier, Moment asOf) {
        return changeable().stream()
                .filter(changeable -> opening.equals(changeable.pointer())
                        || opening.startsWith(changeable.pointer() + ListOpenings.ABOUT))
                .flatMap(changeable -> changes(changeable, dossier, asOf).stream())
                .filter(change -> change.opening().equals(opening))
                .toList();
    }

    private List<PolicyHeader.Changeable> changeable() {
        return evaluator.rules().header().changeable();
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
            case LIST -> new ListOpenings(evaluator.rules().vocabulary(), dossier, calendar).of(pointer);
            case OBJECT ->
                now.isPresent()
                        ? List.of()
                        : new ObjectOpenings(
                                        evaluator.rules().vocabulary(),
                                        dossier,
                                        asOf,
                                        (object, figure) -> figured(object, figure, dossier, asOf))
                                .of(pointer);
        };
    }

    /**
     * What else a figure, a date or a score could become to the same end.
     *
     * @param does whether a figure does it, for all that were tried
     */
    Optional<Span> span(Change chosen, SortedMap<Exact, Boolean> does, Dossier dossier, Moment asOf) {
        String pointer = chosen.opening();
        Optional<DossierPlaces.Kind> kind = DossierPlaces.kind(pointer);
        if (pointer.contains(ListOpenings.ABOUT)) {
            return chosen.figure().map(score -> Span.around(score, does, new TreeSet<>(), true));
        }
        Optional<Json> now = dossier.json().at(pointer);
        if (!isFigure(pointer) || now.isEmpty()) {
            return Optional.empty();
        }
        does.put(Figures.value(now.get()), false);
        SortedSet<Exact> points = Optional.ofNullable(known.get(besides(pointer, dossier, asOf)))
                .map(Around::points)
                .orElse(new TreeSet<>());
        boolean whole = kind.orElseThrow() == DossierPlaces.Kind.WHOLE_NUMBER;
        return chosen.figure().map(figure -> Span.around(figure, does, points, whole));
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
        for (Exact to : around(pointer, step, dossier, asOf, value -> Figures.number(value, whole))
                .values()) {
            Figures.number(to, whole).filter(value -> !to.equals(from)).ifPresent(value -> {
                Exact size = from.equals(Exact.ZERO)
                        ? Exact.of(1)
                        : to.distanceTo(from).dividedBy(from);
                String verb = to.compareTo(from) < 0 ? "lower" : "raise";
                changes.add(Change.figure(
                        pointer,
                        pointer,
                        verb + " the " + Figures.name(pointer) + " from " + from.spoken() + " to " + to.spoken(),
                        List.of(new Change.Put(pointer, value)),
                        size,
                        to));
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
        for (Exact to : around(pointer, Figures.MINUTE, dossier, asOf, value -> Optional.of(Figures.instant(value)))
                .values()) {
            Moment moment = Figures.moment(to);
            if (moment.compareTo(asOf) >= 0 && !to.equals(from)) {
                changes.add(Change.figure(
                        pointer,
                        pointer,
                        "move the " + Figures.name(pointer) + " from "
                                + Words.time(stands.get().instant()) + " to " + Words.time(moment.instant()),
                        List.of(new Change.Put(pointer, Figures.instant(to))),
                        to.distanceTo(from).dividedBy(Figures.MONTH),
                        to));
            }
        }
        return changes;
    }

    /**
     * The turning points of the conditions and a value on either side of each. A value may bring conditions into play that
     * were not before, so that it is looked at from there, too.
     */
    private Around around(
            String figure, Exact step, Dossier dossier, Moment asOf, Function<Exact, Optional<Json>> written) {
        Object besides = besides(figure, dossier, asOf);
        Around before = known.get(besides);
        if (before != null) {
            return before;
        }
        SortedSet<Exact> points = new TreeSet<>(evaluator.turningPoints(dossier, asOf, figure));
        SortedSet<Exact> looked = new TreeSet<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Exact value : candidates(points, step, written)) {
                if (looked.add(value)) {
                    grown |= points.addAll(written.apply(value)
                            .flatMap(json -> JsonEdit.set(dossier.json(), figure, json))
                            .flatMap(reader)
                            .map(there ->
                                    evaluator.turningPoints(there, there.asOf().orElse(asOf), figure))
                            .orElse(new TreeSet<>()));
                }
            }
        }
        Around around = new Around(points, candidates(points, step, written));
        known.put(besides, around);
        return around;
    }

    private Object besides(String figure, Dossier dossier, Moment asOf) {
        return List.of(figure, evaluator.besides(dossier, asOf, figure));
    }

    /** Where no dossier can say a value exactly, such as a third, the ones next to it. */
    private static SortedSet<Exact> candidates(
            SortedSet<Exact> points, Exact step, Function<Exact, Optional<Json>> written) {
        SortedSet<Exact> values = new TreeSet<>();
        for (Exact value : Figures.beside(points, step)) {
            if (written.apply(value).isPresent()) {
                values.add(value);
            } else {
                boolean whole = written.apply(Figures.CENT).isEmpty();
                values.add(Figures.under(value, whole));
                values.add(Figures.over(value, whole));
            }
        }
        return values;
    }

    /** What a figure could be in an object that is not there yet: what it was made with, and all that may make a difference. */
    private List<Json> figured(Change.Put object, String figure, Dossier dossier, Moment asOf) {
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
        around(figure, instant ? Figures.MINUTE : Exact.of(1), there.get(), asOf, written)
                .values()
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
        // what stands there for now, or not yet, is awaited; anything else is chosen
        boolean awaited = now.isEmpty() || !changeable.from().isEmpty();
        return (fixed.isEmpty() ? comparedWith(dossier, asOf, pointer) : fixed)
                .stream()
                        .filter(word -> !word.equals(from) && !changeable.from().contains(word))
                        .map(word -> Change.other(
                                pointer,
                                awaited
                                        ? "have the " + name + " come back " + Words.text(word)
                                        : "change the " + name + " from " + Words.text(from) + " to "
                                                + Words.text(word),
                                List.of(new Change.Put(pointer, Figures.text(word)))))
                        .toList();
    }

    private Set<String> comparedWith(Dossier dossier, Moment asOf, String pointer) {
        Object besides = List.of(facts(dossier, asOf, pointer), evaluator.besides(dossier, asOf, pointer));
        return knownWords.computeIfAbsent(besides, unseen -> evaluator.comparedWith(dossier, asOf, pointer));
    }
}
