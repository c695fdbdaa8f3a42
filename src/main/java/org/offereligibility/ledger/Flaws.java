package org.offereligibility.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What was found wrong so far: of each kind the first few, and how many there are. */
final class Flaws {
    private final int limit;
    private final Map<Flaw.Kind, List<Flaw>> first = new EnumMap<>(Flaw.Kind.class);
    private final Map<Flaw.Kind, Long> counts = new EnumMap<>(Flaw.Kind.class);

    Flaws(int limit) {
        this.limit = limit;
    }

    void add(Flaw.Kind kind, String words) {
        add(new Flaw(kind, OptionalLong.empty(), "", "", words));
    }

    void add(Flaw.Kind kind, long index, String words) {
        add(new Flaw(kind, OptionalLong.of(index), "", "", words));
    }

    void add(Flaw flaw) {
        counts.merge(flaw.kind(), 1L, Long::sum);
        List<Flaw> kept = first.computeIfAbsent(flaw.kind(), kind -> new ArrayList<>());
        if (kept.size() < limit) {
            kept.add(flaw);
        }
    }

    boolean anyOf(Flaw.Area area) {
        return counts.keySet().stream().anyMatch(kind -> kind.area() == area);
    }

    int limit() {
        return limit;
    }

    /** By kind, and of each kind by index. */
    List<Flaw> inOrder() {
        List<Flaw> all = new ArrayList<>();
        first.values().forEach(all::addAll);
        return List.copyOf(all);
    }

    Map<Flaw.Kind, Long> counts() {
        return counts;
    }
}
