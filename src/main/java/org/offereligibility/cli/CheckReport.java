package org.offereligibility.cli;

import java.util.List;
import java.util.Optional;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.Excerpt;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.Remark;

/**
 * What a check found in several folders.
 *
 * @param parts in the order of the folders
 */
record CheckReport(List<Part> parts) {
    /** How a report is written down. */
    enum Form {
        TEXT,
        JSON,
        SARIF
    }

    /** @param remarks by place */
    record Part(PolicyFolder folder, List<Remark> remarks) {
        /** The line that a remark is about, and a caret under the place. */
        Optional<Excerpt> excerpt(Remark remark, int width) {
            return excerptOf(folder, remark.problem(), width);
        }
    }

    static Optional<Excerpt> excerptOf(PolicyFolder folder, Problem problem, int width) {
        return folder.files().entrySet().stream()
                .filter(file -> folder.named(file.getKey()).equals(problem.file()))
                .findFirst()
                .flatMap(file -> Excerpt.of(file.getKey(), file.getValue(), problem.line(), problem.column(), width));
    }

    long count(Remark.Severity severity) {
        return parts.stream()
                .flatMap(part -> part.remarks().stream())
                .filter(remark -> remark.severity() == severity)
                .count();
    }

    /** @param strict whether a warning is enough to find the rules wanting */
    int exitCode(boolean strict) {
        if (count(Remark.Severity.ERROR) > 0) {
            return ExitCode.RULES;
        }
        return strict && count(Remark.Severity.WARNING) > 0 ? ExitCode.FOUND_WANTING : ExitCode.DECIDED;
    }
}
