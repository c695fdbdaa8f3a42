package org.offereligibility.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A copy of a JSON value with something set, added or removed at a pointer (RFC 6901). */
public final class JsonEdit {
    private JsonEdit() {}

    /** Sets what stands at the pointer, or puts it there; {@code -} as the last step adds to a list. Empty if it cannot be. */
    public static Optional<Json> set(Json json, String pointer, Json value) {
        return edit(json, pointer, Optional.of(value));
    }

    /** Without what stands at the pointer. Empty if nothing stands there. */
    public static Optional<Json> remove(Json json, String pointer) {
        return json.at(pointer).isEmpty() ? Optional.empty() : edit(json, pointer, Optional.empty());
    }

    private static Optional<Json> edit(Json json, String pointer, Optional<Json> value) {
        if (pointer.isEmpty()) {
            return value;
        }
        int end = pointer.indexOf('/', 1);
        String token = pointer.substring(1, end < 0 ? pointer.length() : end)
                .replace("~1", "/")
                .replace("~0", "~");
        String rest = end < 0 ? "" : pointer.substring(end);
        if (json instanceof Json.Obj object) {
            return member(object, token, rest, value);
        }
        if (json instanceof Json.Arr array) {
            return item(array, token, rest, value);
        }
        return Optional.empty();
    }

    private static Optional<Json> member(Json.Obj object, String name, String rest, Optional<Json> value) {
        List<Json.Member> members = new ArrayList<>(object.members());
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).name().equals(name)) {
                if (rest.isEmpty() && value.isEmpty()) {
                    members.remove(i);
                    return Optional.of(new Json.Obj(object.at(), members));
                }
                Json.Member old = members.get(i);
                int index = i;
                return edit(old.value(), rest, value).map(changed -> {
                    members.set(index, new Json.Member(old.at(), name, changed));
                    return new Json.Obj(object.at(), members);
                });
            }
        }
        // what lies on the way is made: /profile/domains/- gives a profile, a list in it, and its first item
        Json seed = rest.isEmpty()
                ? new Json.Null(object.at())
                : rest.startsWith("/-") ? new Json.Arr(object.at(), List.of()) : new Json.Obj(object.at(), List.of());
        return edit(seed, rest, value).map(made -> {
            members.add(new Json.Member(object.at(), name, made));
            return new Json.Obj(object.at(), members);
        });
    }

    private static Optional<Json> item(Json.Arr array, String token, String rest, Optional<Json> value) {
        List<Json> items = new ArrayList<>(array.items());
        if (token.equals("-")) {
            if (!rest.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            items.add(value.get());
            return Optional.of(new Json.Arr(array.at(), items));
        }
        int index = token.matches("0|[1-9][0-9]{0,8}") ? Integer.parseInt(token) : items.size();
        if (index >= items.size()) {
            return Optional.empty();
        }
        if (rest.isEmpty() && value.isEmpty()) {
            items.remove(index);
            return Optional.of(new Json.Arr(array.at(), items));
        }
        return edit(items.get(index), rest, value).map(changed -> {
            items.set(index, changed);
            return new Json.Arr(array.at(), items);
        });
    }
}
