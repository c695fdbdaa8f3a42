package org.offereligibility.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offereligibility.desk.Found;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Filter;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** A list of records, newest first, a page at a time or whole. What arrives meanwhile changes no page after the first. */
final class FoundPages {
    private static final int PAGE = 1000;
    private static final int MOST = 10_000;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many records make a page, from 1 to 10000 (default: 50).")
    private int limit = 50;

    @Option(
            names = "--after",
            paramLabel = "NUMBER",
            description = "The page after the record of this number, as the page before says at its end.")
    private Optional<Long> after = Optional.empty();

    @Option(names = "--all", description = "All of them, not a page.")
    private boolean all;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "text: a table to read (the default); csv: a table for a spreadsheet program; json: a record a line,"
                            + " for programs.")
    private FoundForm form = FoundForm.TEXT;

    @Mixin
    private Destination destination = new Destination();

    @Mixin
    private LedgerPlace place = new LedgerPlace();

    /** @param none what is said where there is nothing */
    int write(Surroundings surroundings, StandardError err, CommandSpec spec, Filter filter, String none)
            throws LedgerUnusable, Output.Lost {
        if (limit < 1 || limit > MOST) {
            throw new ParameterException(spec.commandLine(), "`--limit` takes a number from 1 to " + MOST);
        }
        try (Ledger ledger = place.existing(surroundings, spec);
                Output output = destination.output(surroundings, spec, List.of())) {
            long before = after.orElse(Long.MAX_VALUE);
            long left = all ? Long.MAX_VALUE : limit;
            boolean any = false;
            boolean more = true;
            output.write(form.head());
            while (left > 0 && more) {
                int size = (int) Math.min(left, PAGE);
                List<Entry> page = ledger.pageBack(filter, before, size + 1);
                more = page.size() > size;
                List<Entry> shown = more ? page.subList(0, size) : page;
                if (!shown.isEmpty()) {
                    // a table has its head once
                    String text = form.page(Found.of(ledger, shown));
                    output.write(any && form == FoundForm.TEXT ? text.substring(text.indexOf('\n') + 1) : text);
                    before = shown.get(shown.size() - 1).index();
                    any = true;
                }
                left -= shown.size();
            }
            if (!any && form == FoundForm.TEXT) {
                output.write(none + "\n");
            }
            if (more) {
                String next = "There are more. The next page: " + again(spec, before);
                if (form == FoundForm.TEXT) {
                    output.write("\n" + next + "\n");
                } else {
                    err.line(next);
                }
            }
            output.complete();
            return ExitCode.DECIDED;
        }
    }

    /** The command that was given, from another record on. */
    private static String again(CommandSpec spec, long before) {
        List<String> words = new ArrayList<>(List.of("offer-eligibility"));
        boolean value = false;
        for (String word : spec.root().commandLine().getParseResult().originalArgs()) {
            if (value || word.startsWith("--after=")) {
                value = false;
            } else if (word.equals("--after")) {
                value = true;
            } else {
                words.add(word.matches("[A-Za-z0-9_./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'");
            }
        }
        words.add("--after");
        words.add(String.valueOf(before));
        return String.join(" ", words);
    }
}
