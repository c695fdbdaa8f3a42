package org.offereligibility.dossier;

import java.util.HashMap;
import java.util.Map;

/** Things of which a dossier may have one only. */
final class Once {
    private final Map<Object, Value> first = new HashMap<>();
    private final String what;

    /** @param what the thing that stands there again, without anything about a person: {@code this round} */
    Once(String what) {
        this.what = what;
    }

    /** Complains of the value if this key was seen before. */
    void see(Object key, Value value) {
        Value before = first.putIfAbsent(key, value);
        if (before != null) {
            value.complain(() -> what + " was given already, at " + before.pointer() + " (line " + before.line() + ")");
        }
    }
}
