package org.offereligibility.dossier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at every property name of a dossier, at any depth: none may stand twice in one object, none name a protected attribute. */
final class Names {
    private static final Set<String> KNOWN =
            Shape.ALL.stream().flatMap(shape -> shape.names().stream()).collect(Collectors.toUnmodifiableSet());

    private final Complaints complaints;

    Names(Complaints complaints) {
        this.complaints = complaints;
    }

    void check(Json json, Path path) {
        if (json instanceof Json.Obj object) {
            check(object, path);
        } else if (json instanceof Json.Arr array) {
            List<Json> items = array.items();
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i) instanceof Json.Obj || items.get(i) instanceof Json.Arr) {
                    check(items.get(i), path.to(i));
                }
            }
        }
    }

    private void check(Json.Obj object, Path path) {
        Map<String, Json.Member> seen = new HashMap<>();
        for (Json.Member member : object.members()) {
            Json.Member before = seen.putIfAbsent(member.name(), member);
            Path here = path.to(member.name());
            if (before != null) {
                complaints.add(
                        member.at(),
                        here,
                        () -> Quoted.of(member.name()) + " stands twice in one object: it was given first on line "
                                + before.at().line());
            }
            if (!KNOWN.contains(member.name())) {
                ProtectedAttributes.named(member.name())
                        .ifPresent(attribute -> complaints.add(
                                member.at(),
                                here,
                                () -> Quoted.of(member.name()) + " speaks of " + attribute + ": "
                                        + ProtectedAttributes.REASON));
            }
            check(member.value(), here);
        }
    }
}
