package org.offereligibility.trial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.JsonEdit;

/**
 * What has to be done to a base dossier to have another, as scenarios write it: removed first, then set, then added.
 *
 * @param removed pointers, each good once those before it are gone
 */
public record Difference(List<String> removed, List<Put> set, List<Put> added) {
    /** @param pointer where (RFC 6901); for what is added, the list */
    record Put(String pointer, Json value) {}

    static Difference between(Json base, Json other) {
        Difference difference = new Difference(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        difference.compare("", base, other);
        return difference;
    }

    private void compare(String pointer, Json base, Json other) {
        if (base instanceof Json.Obj from && other instanceof Json.Obj to) {
            for (Json.Member member : from.members()) {
                String inside = pointer + "/" + Json.escape(member.name());
                Optional<Json> kept = to.get(member.name());
                if (kept.isEmpty()) {
                    removed.add(inside);
                } else {
                    compare(inside, member.value(), kept.get());
                }
            }
            to.members().stream()
                    .filter(member -> from.get(member.name()).isEmpty())
                    .forEach(member -> put(pointer + "/" + Json.escape(member.name()), member.value()));
        } else if (base instanceof Json.Arr from && other instanceof Json.Arr to) {
            entries(pointer, from.items(), to.items());
        } else if (!Same.are(base, other)) {
            set.add(new Put(pointer, other));
        }
    }

    /** A list that was not there comes by its entries, which reads better. */
    private void put(String pointer, Json value) {
        if (value instanceof Json.Arr list && !list.items().isEmpty()) {
            list.items().forEach(item -> added.add(new Put(pointer, item)));
        } else {
            set.add(new Put(pointer, value));
        }
    }

    /** Entries are told apart by their places; where there are fewer, those are gone that stand in the way of the next. */
    private void entries(String pointer, List<Json> from, List<Json> to) {
        int surplus = Math.max(0, from.size() - to.size());
        List<String> gone = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < from.size(); i++) {
            boolean same = next < to.size() && Same.are(from.get(i), to.get(next));
            if (!same && gone.size() < surplus) {
                gone.add(pointer + "/" + i);
            } else {
                compare(pointer + "/" + next, from.get(i), to.get(next));
                next++;
            }
        }
        Collections.reverse(gone);
        removed.addAll(gone);
        to.subList(next, to.size()).forEach(item -> added.add(new Put(pointer, item)));
    }

    /** The base with all that done; empty if it cannot be. */
    Optional<Json> in(Json base) {
        Optional<Json> changed = Optional.of(base);
        for (String pointer : removed) {
            changed = changed.flatMap(json -> JsonEdit.remove(json, pointer));
        }
        for (Put put : set) {
            changed = changed.flatMap(json -> JsonEdit.set(json, put.pointer(), put.value()));
        }
        for (Put put : added) {
            changed = changed.flatMap(json -> JsonEdit.set(json, put.pointer() + "/-", put.value()));
        }
        return changed;
    }

    /** The same with one thing less, for each of them. */
    Stream<Difference> withOneLess() {
        return Stream.of(
                        less(removed).map(fewer -> new Difference(fewer, set, added)),
                        less(set).map(fewer -> new Difference(removed, fewer, added)),
                        less(added).map(fewer -> new Difference(removed, set, fewer)))
                .flatMap(each -> each);
    }

    private static <T> Stream<List<T>> less(List<T> all) {
        return Stream.iterate(0, i -> i < all.size(), i -> i + 1).map(i -> {
            List<T> fewer = new ArrayList<>(all);
            fewer.remove((int) i);
            return fewer;
        });
    }
}
