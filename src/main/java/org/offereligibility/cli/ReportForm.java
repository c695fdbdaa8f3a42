package org.offereligibility.cli;

import org.offereligibility.report.Report;
import picocli.CommandLine.Option;

/** How a report is written down. */
final class ReportForm {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "text: sentences and tables to read aloud (the default); html: a page with pictures that prints well;"
                            + " csv: a table for a spreadsheet program; json: one object with everything.")
    private Form form = Form.TEXT;

    /** The readings of a report. */
    enum Form {
        TEXT,
        HTML,
        CSV,
        JSON
    }

    String written(Report report, Screen screen) {
        return switch (form) {
            case TEXT -> report.text(screen.width(), screen.colour());
            case HTML -> report.page();
            case CSV -> report.csv();
            case JSON -> report.json();
        };
    }
}
