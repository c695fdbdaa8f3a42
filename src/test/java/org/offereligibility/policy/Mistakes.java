package org.offereligibility.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.offereligibility.dossier.Problem;

/** Mistakes in the rules of the role pmm, each made by itself and told as {@code rules check} tells it. */
final class Mistakes {
    static final PolicyFolder RULES = rules();

    private final StringBuilder told = new StringBuilder();
    private final boolean withDossiers;

    /** @param withDossiers whether the dossiers of scenarios are read too, which takes most of the time */
    Mistakes(boolean withDossiers) {
        this.withDossiers = withDossiers;
    }

    private static PolicyFolder rules() {
        try {
            return PolicyFolder.read(Path.of("rules/pmm/2025-01-01"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(String file) {
        return new String(RULES.files().get(file), StandardCharsets.UTF_8);
    }

    static PolicyFolder with(String file, String text) {
        return RULES.with(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The first place of a text in a file, put otherwise. */
    Mistakes change(String name, String file, String from, String to) {
        String text = text(file);
        assertThat(text).as(name).contains(from);
        int at = text.indexOf(from);
        return of(name, with(file, text.substring(0, at) + to + text.substring(at + from.length())));
    }

    Mistakes without(String name, String file) {
        return of(name, RULES.without(file));
    }

    Mistakes add(String name, String file, String text) {
        return of(name, with(file, text));
    }

    Mistakes of(String name, PolicyFolder folder) {
        told.append("# ").append(name).append('\n');
        List<Remark> remarks = Checking.ofReading(folder, withDossiers);
        assertThat(remarks).as(name).isNotEmpty();
        for (Remark remark : remarks) {
            told.append(said(folder, remark));
        }
        told.append('\n');
        return this;
    }

    /** What was told of all, each line with its excerpt and the kind of the mistake. */
    String told() {
        assertThat(told.toString()).doesNotContain("Exception", "org.offer", "`Exact` is", "kind `String`");
        return told.toString();
    }

    private static String said(PolicyFolder folder, Remark remark) {
        Problem problem = remark.problem();
        String path = folder.path() + "/";
        StringBuilder said = new StringBuilder((problem.toString() + "\n").replace(path, ""));
        String file = problem.file().replace(path, "");
        Optional.ofNullable(folder.files().get(file))
                .flatMap(bytes -> Excerpt.of(bytes, problem.line(), problem.column(), 96))
                .ifPresent(excerpt -> {
                    said.append("    ").append(excerpt.line()).append('\n');
                    if (!excerpt.caret().isEmpty()) {
                        said.append("    ").append(excerpt.caret()).append('\n');
                    }
                });
        return said.append("    (").append(remark.kind()).append(")\n").toString();
    }
}
