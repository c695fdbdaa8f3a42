package org.offereligibility.dossier;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** JSON as it was written, each value with its place in the text, and numbers as decimals. */
public sealed interface Json {
    /** Where the value begins. */
    Position at();

    /** A place in a text; both count from 1. */
    record Position(int line, int column) {}

    /** @param members in the order in which they were written; a repeated name stands here twice */
    record Obj(Position at, List<Member> members) implements Json {
        /** The value of the first member of that name. */
        public Optional<Json> get(String name) {
            for (Member member : members) {
                if (member.name().equals(name)) {
                    return Optional.of(member.value());
                }
            }
            return Optional.empty();
        }
    }

    /** @param at where the name begins */
    record Member(Position at, String name, Json value) {}

    record Arr(Position at, List<Json> items) implements Json {}

    record Str(Position at, String value) implements Json {}

    record Num(Position at, BigDecimal value) implements Json {}

    record Bool(Position at, boolean value) implements Json {}

    record Null(Position at) implements Json {}

    /** One reference token of a JSON pointer, escaped after RFC 6901, section 3. */
    static String escape(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }

    /** The value at a JSON pointer (RFC 6901), if there is one. */
    default Optional<Json> at(String pointer) {
        if (pointer.isEmpty()) {
            return Optional.of(this);
        }
        int end = pointer.indexOf('/', 1);
        String token = pointer.substring(1, end < 0 ? pointer.length() : end)
                .replace("~1", "/")
                .replace("~0", "~");
        String rest = end < 0 ? "" : pointer.substring(end);
        Optional<Json> child = Optional.empty();
        if (this instanceof Obj object) {
            child = object.get(token);
        } else if (this instanceof Arr array && token.matches("0|[1-9][0-9]{0,8}")) {
            int index = Integer.parseInt(token);
            child = index < array.items().size() ? Optional.of(array.items().get(index)) : Optional.empty();
        }
        return child.flatMap(value -> value.at(rest));
    }
}
