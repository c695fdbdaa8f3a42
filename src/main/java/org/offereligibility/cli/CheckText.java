package org.offereligibility.cli;

import java.util.regex.Pattern;
import org.offereligibility.dossier.Problem;
import org.offereligibility.explanation.DecisionJson;
import org.offereligibility.policy.Excerpt;
import org.offereligibility.policy.Remark;

/** A report for people: each remark with its line and a caret under the place, and how many there are. */
record CheckText(Screen screen) {
    private static final String INDENT = "    ";
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    String of(CheckReport report) {
        StringBuilder text = new StringBuilder();
        for (CheckReport.Part part : report.parts()) {
            for (Remark remark : part.remarks()) {
                boolean isError = remark.severity() == Remark.Severity.ERROR;
                text.append(remark(remark, isError));
                part.excerpt(remark, screen.width() - INDENT.length())
                        .ifPresent(excerpt -> text.append(lines(excerpt, isError)));
                remark.example()
                        .ifPresent(dossier -> text.append(INDENT)
                                .append("For example: ")
                                .append(shown(DecisionJson.text(dossier)))
                                .append('\n'));
                text.append('\n');
            }
        }
        return text.append(summary(report)).toString();
    }

    private String remark(Remark remark, boolean isError) {
        Problem problem = remark.problem();
        String all = shown(problem.toString());
        String place = all.substring(0, all.length() - shown(problem.message()).length());
        return coloured("1", place) + (isError ? "" : coloured("33", "warning: ")) + shown(problem.message()) + "\n";
    }

    private String lines(Excerpt excerpt, boolean isError) {
        return INDENT + excerpt.line() + "\n"
                + (excerpt.caret().isEmpty()
                        ? ""
                        : INDENT + excerpt.caret().replace("^", coloured(isError ? "31" : "33", "^")) + "\n");
    }

    private static String summary(CheckReport report) {
        long errors = report.count(Remark.Severity.ERROR);
        long warnings = report.count(Remark.Severity.WARNING);
        StringBuilder summary = new StringBuilder();
        for (CheckReport.Part part : report.parts()) {
            if (part.remarks().isEmpty()) {
                summary.append(part.folder().path()).append(": nothing is wrong.\n");
            }
        }
        if (errors + warnings > 0) {
            summary.append(errors > 0 ? counted(errors, "error") : "")
                    .append(errors > 0 && warnings > 0 ? " and " : "")
                    .append(warnings > 0 ? counted(warnings, "warning") : "")
                    .append(report.parts().size() > 1 ? " in " + report.parts().size() + " folders" : "")
                    .append(".\n");
        }
        return summary.toString();
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private String coloured(String code, String text) {
        return screen.colour() && !text.isEmpty() ? "\033[" + code + "m" + text + "\033[0m" : text;
    }

    /** What would steer the terminal is shown and not sent. */
    private static String shown(String text) {
        return CONTROL.matcher(text)
                .replaceAll(
                        found -> String.format("\\\\u%04x", (int) found.group().charAt(0)));
    }
}
