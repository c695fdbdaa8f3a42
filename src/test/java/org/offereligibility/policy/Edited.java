package org.offereligibility.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A policy's folder as somebody might have edited it; nothing on disk changes. */
public record Edited(PolicyFolder folder) {
    public static Edited pmm() {
        return of("rules/pmm/2025-01-01");
    }

    static Edited of(String path) {
        try {
            return new Edited(PolicyFolder.read(Path.of(path)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String text(String file) {
        return new String(folder.files().get(file), StandardCharsets.UTF_8);
    }

    Edited with(String file, String text) {
        return new Edited(folder.with(file, text.getBytes(StandardCharsets.UTF_8)));
    }

    Edited without(String file) {
        return new Edited(folder.without(file));
    }

    /** With the first occurrence of a text, which must be there, in the place of another. */
    public Edited with(String file, String from, String to) {
        String text = text(file);
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        return with(file, text.substring(0, at) + to + text.substring(at + from.length()));
    }
}
