package org.offereligibility.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.offereligibility.ledger.Entry;
import org.offereligibility.ledger.Filter;
import org.offereligibility.ledger.Ledger;
import org.offereligibility.ledger.LedgerUnusable;
import org.offereligibility.ledger.Place;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the ledger is. */
final class LedgerPlace {
    private static final Path USUAL = Path.of("data");
    private static final String USER = "OFFER_ELIGIBILITY_DATABASE_USER";
    private static final String PASSWORD = "OFFER_ELIGIBILITY_DATABASE_PASSWORD";
    private static final Pattern NUMBER = Pattern.compile("#?([0-9]{1,18})");
    private static final int SHORTEST_START = 6;

    @Option(names = "--data", paramLabel = "DIR", description = "The folder of the ledger and its key (default: data).")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = {
                "A team's PostgreSQL, as `jdbc:postgresql://host/name` (default: one file in the ledger's folder).",
                "User and password are taken from " + USER + " and " + PASSWORD + "."
            })
    private Optional<String> database = Optional.empty();

    /** Whether the user said anything of it. */
    boolean isGiven() {
        return data.isPresent() || database.isPresent();
    }

    /** Whether it is in a team's database. */
    boolean isServer() {
        return database.isPresent();
    }

    Place place(Surroundings surroundings) {
        return new Place(
                data.orElse(USUAL),
                database,
                Optional.of(surroundings.variable(USER)).filter(user -> !user.isEmpty()),
                Optional.of(surroundings.variable(PASSWORD)).filter(password -> !password.isEmpty()));
    }

    /** Opens the ledger; where there is none, a new one. */
    Ledger open(Surroundings surroundings, CommandSpec spec) throws LedgerUnusable {
        requireUrl(spec);
        return Ledger.open(place(surroundings), surroundings.clock(), new SecureRandom());
    }

    private void requireUrl(CommandSpec spec) {
        if (database.filter(url -> !url.startsWith("jdbc:postgresql:")).isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "`--database` takes a URL that begins with `jdbc:postgresql://`");
        }
    }

    /**
     * Opens a ledger that is there.
     *
     * @throws ParameterException if there is none
     */
    Ledger existing(Surroundings surroundings, CommandSpec spec) throws LedgerUnusable {
        requireThere(surroundings, spec);
        return open(surroundings, spec);
    }

    /**
     * Opens a ledger that is there, to be read alone: no key is needed, and nothing is written.
     *
     * @throws ParameterException if there is none
     */
    Ledger toRead(Surroundings surroundings, CommandSpec spec) throws LedgerUnusable {
        requireThere(surroundings, spec);
        return Ledger.openToRead(place(surroundings));
    }

    private void requireThere(Surroundings surroundings, CommandSpec spec) {
        requireUrl(spec);
        Path file = place(surroundings).file();
        if (database.isEmpty() && !Files.isRegularFile(file)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no ledger in the folder `" + data.orElse(USUAL)
                            + "`: say where it is with `--data`, or begin one with" + " `evaluate --record`");
        }
    }

    /**
     * The record that the user names: by its id or the beginning of it, or by its number.
     *
     * @throws ParameterException if no record, or more than one, is meant
     */
    static Entry entry(Ledger ledger, String named, CommandSpec spec) throws LedgerUnusable {
        List<Entry> found = found(ledger, named);
        if (found.size() != 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    found.isEmpty()
                            ? "there is no record `" + named + "`: give its id, at least its first " + SHORTEST_START
                                    + " characters, or its number such as `12`"
                            : "several records are meant by `" + named + "`: give more of the id");
        }
        return found.get(0);
    }

    private static List<Entry> found(Ledger ledger, String named) throws LedgerUnusable {
        Optional<Entry> exactly = ledger.find(named);
        if (exactly.isPresent()) {
            return List.of(exactly.get());
        }
        Set<Entry> found = new LinkedHashSet<>();
        var number = NUMBER.matcher(named);
        if (number.matches()) {
            long index = Long.parseLong(number.group(1));
            ledger.page(Filter.ALL, index, 1).stream()
                    .filter(entry -> entry.index() == index)
                    .forEach(found::add);
        }
        if (named.length() >= SHORTEST_START) {
            found.addAll(ledger.beginning(named));
        }
        return List.copyOf(found);
    }
}
