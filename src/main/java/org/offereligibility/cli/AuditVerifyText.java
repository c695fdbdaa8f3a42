package org.offereligibility.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.offereligibility.explanation.Sheet;
import org.offereligibility.explanation.Sheet.Run;
import org.offereligibility.explanation.Sheet.Style;
import org.offereligibility.ledger.Flaw;
import org.offereligibility.ledger.Place;
import org.offereligibility.ledger.VerificationReport;

/** What is intact in a ledger and what is not, for people. */
final class AuditVerifyText {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final Pattern KIND = Pattern.compile("[a-z]{1,20}");
    private static final int COLUMN = 16;

    private final Place place;
    private final KeptEvidence evidence;
    private final VerificationReport report;
    private final Sheet sheet;

    AuditVerifyText(Place place, KeptEvidence evidence, VerificationReport report, Screen screen) {
        this.place = place;
        this.evidence = evidence;
        this.report = report;
        this.sheet = new Sheet(screen.width(), screen.colour());
    }

    String text() {
        long flaws =
                report.counts().values().stream().mapToLong(Long::longValue).sum();
        sheet.paragraph(
                0,
                0,
                Run.plain("The ledger " + place + " is"),
                report.isIntact()
                        ? new Run("intact.", Style.GREEN)
                        : new Run("not intact: " + count(flaws, "fault") + ".", Style.RED));
        sheet.blank();
        for (Flaw.Area area : Flaw.Area.values()) {
            boolean asked = switch (area) {
                case KEPT -> !evidence.kept().checkpoints().isEmpty();
                case FILE -> place.url().isEmpty();
                default -> true;
            };
            if (asked) {
                row(area);
            }
        }
        for (Flaw.Area area : Flaw.Area.values()) {
            if (report.flaws(area) > 0) {
                sheet.blank().paragraph(0, 0, new Run(name(area), Style.STRONG));
                faults(area);
            }
        }
        remarks();
        sheet.blank();
        if (report.isIntact()) {
            sheet.paragraph(
                    0,
                    2,
                    Run.plain("Root over " + count(report.records(), "record") + ": "
                            + report.root().base64()));
        }
        report.key().ifPresent(key -> sheet.line(Run.plain("Public key: " + clean(key.text()))));
        return sheet.toString();
    }

    private void row(Flaw.Area area) {
        long flaws = report.flaws(area);
        Run name = new Run(name(area), Style.PLAIN);
        boolean doubted = area == Flaw.Area.RECORDS
                && (report.counts().containsKey(Flaw.Kind.KEY) || report.flaws(Flaw.Area.KEPT) > 0);
        if (flaws == 0 && doubted) {
            sheet.row(
                    COLUMN,
                    "in doubt: " + count(report.records(), "record") + ", which fit each other but perhaps not what was"
                            + " recorded: see below",
                    name);
        } else if (flaws == 0) {
            sheet.row(COLUMN, "intact: " + intact(area), name);
        } else {
            sheet.row(COLUMN, "NOT INTACT: " + count(flaws, "fault"), name);
        }
    }

    private static String name(Flaw.Area area) {
        return switch (area) {
            case SIGNATURES -> "Signatures";
            case RECORDS -> "Records";
            case KEPT -> "Kept outside";
            case SEALED -> "Sealed parts";
            case SEARCH -> "Search words";
            case HASHES -> "Stored hashes";
            case RULES -> "Rules";
            case FILE -> "Database";
        };
    }

    private String intact(Flaw.Area area) {
        return switch (area) {
            case SIGNATURES ->
                report.checkpoints() == 0
                        ? "there is no checkpoint yet"
                        : count(report.checkpoints(), "checkpoint") + ", each signed by "
                                + (evidence.keyFrom().isEmpty() ? "the key that the ledger names" : evidence.keyFrom());
            case RECORDS ->
                report.records() == 0
                        ? "there is none"
                        : count(report.records(), "record") + ", each as it was recorded, and none is gone";
            case KEPT -> {
                List<String> names = new ArrayList<>();
                evidence.kept().checkpoints().forEach(one -> names.add(one.named()));
                yield String.join(", ", names) + (names.size() == 1 ? " fits" : " fit");
            }
            case SEALED ->
                count(report.parts(), "part") + ", each as it was sealed; "
                        + (report.erased() == 0
                                ? "nothing was erased"
                                : "of " + count(report.erased(), "record")
                                        + " something was erased, and a tombstone says so");
            case SEARCH -> "each record is found by its own words";
            case HASHES -> "each is that of the records under it";
            case RULES ->
                report.archives() == 0
                        ? "no record names any"
                        : count(report.archives(), "rule set")
                                + " archived, each as its hash names it; no record lacks its rules";
            case FILE -> "it finds no damage in itself";
        };
    }

    private void faults(Flaw.Area area) {
        for (Flaw flaw : report.flaws()) {
            if (flaw.kind().area() == area) {
                sheet.paragraph(2, 2, Run.plain(clean(subject(flaw) + flaw.words())));
            }
        }
        for (Map.Entry<Flaw.Kind, Long> counted : new TreeMap<>(report.counts()).entrySet()) {
            long told = report.flaws().stream()
                    .filter(flaw -> flaw.kind() == counted.getKey())
                    .count();
            if (counted.getKey().area() == area && counted.getValue() > told) {
                sheet.paragraph(
                        2,
                        2,
                        Run.dim("... and " + String.format(Locale.ROOT, "%,d", counted.getValue() - told)
                                + " more like the last. `--limit` tells more."));
            }
        }
    }

    private static String subject(Flaw flaw) {
        if (flaw.id().isEmpty() || flaw.index().isEmpty()) {
            return "";
        }
        return "#" + flaw.index().getAsLong()
                + (KIND.matcher(flaw.recordKind()).matches() ? " " + flaw.recordKind() : "")
                + (ID.matcher(flaw.id()).matches() ? " " + flaw.id() : "")
                + ": ";
    }

    private void remarks() {
        List<String> all = evidence.remarks(report);
        if (!all.isEmpty()) {
            sheet.blank().paragraph(0, 0, new Run("Remarks", Style.STRONG));
            all.forEach(remark -> sheet.paragraph(2, 2, Run.plain(clean(remark))));
        }
    }

    /** What would steer a terminal is left out. */
    private static String clean(String words) {
        return CONTROL.matcher(words).replaceAll("?");
    }

    private static String count(long count, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
    }
}
