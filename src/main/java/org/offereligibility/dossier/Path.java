package org.offereligibility.dossier;

import org.jspecify.annotations.Nullable;

/** The way to a value, written out as a JSON pointer only where someone will read it. */
final class Path {
    static final Path ROOT = new Path(null, null, -1);

    /** Names in a dossier are short; what is longer than this leads nowhere that a message need show. */
    private static final int LONGEST = 1_000;

    private final @Nullable Path parent;
    private final @Nullable String name;
    private final int index;

    private Path(@Nullable Path parent, @Nullable String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    Path to(String property) {
        return new Path(this, property, -1);
    }

    Path to(int item) {
        return new Path(this, null, item);
    }

    /** The pointer (RFC 6901), or that of the nearest value around it whose pointer is not absurdly long. */
    String pointer() {
        Path shown = this;
        while (shown.length() > LONGEST && shown.parent != null) {
            shown = shown.parent;
        }
        StringBuilder pointer = new StringBuilder(48);
        shown.write(pointer);
        return pointer.toString();
    }

    private int length() {
        int length = 0;
        for (Path path = this; path != null; path = path.parent) {
            length += path.name == null ? 2 : path.name.length() + 1;
        }
        return length;
    }

    private void write(StringBuilder pointer) {
        if (parent == null) {
            return;
        }
        parent.write(pointer);
        pointer.append('/');
        if (name == null) {
            pointer.append(index);
        } else if (name.indexOf('~') < 0 && name.indexOf('/') < 0) {
            pointer.append(name);
        } else {
            pointer.append(Json.escape(name));
        }
    }
}
