package org.offereligibility.ledger;

import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;

/** What a database's own complaint means to the person who wanted something recorded or read. */
final class Fault {
    private Fault() {}

    /** @param thrown what the database's driver, or one of the libraries around it, threw */
    static LedgerUnusable of(Throwable thrown, Place place) {
        return cause(thrown)
                .map(error ->
                        new LedgerUnusable(place.url().isPresent() ? ofServer(error, place) : ofFile(error, place)))
                .orElseGet(() ->
                        new LedgerUnusable("The ledger " + place + " cannot be used: something unexpected happened"
                                + " in the program itself (" + thrown.getClass().getSimpleName() + ")."));
    }

    /** Whether the database went away while it was used, so that it is worth asking again with a new connection. */
    static boolean isPassing(Throwable thrown) {
        String state = cause(thrown).map(SQLException::getSQLState).orElse("");
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("40"));
    }

    private static Optional<SQLException> cause(Throwable thrown) {
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < 20; depth++) {
            if (at instanceof SQLException error) {
                return Optional.of(error);
            }
            at = at.getCause();
        }
        return Optional.empty();
    }

    private static String ofFile(SQLException error, Place place) {
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(error.getErrorCode() & 0xff);
        String ledger = "The ledger " + place;
        return switch (code) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                ledger + " is in use by another program, which did not let go of it within " + Embedded.PATIENCE_SECONDS
                        + " seconds. Try again.";
            case SQLITE_NOTADB -> "The file " + place + " is no ledger: it is not a file that this program wrote.";
            case SQLITE_CORRUPT ->
                ledger + " is damaged. Copy the whole folder before anything else is tried, and fetch"
                        + " the last backup.";
            case SQLITE_FULL -> "The disk that holds the ledger " + place + " is full. Nothing was recorded.";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
                ledger + " cannot be opened for writing. Check that its folder exists and may be written to.";
            case SQLITE_IOERR ->
                // the commit may have reached the disk before it failed
                ledger + " cannot be read or written: the disk reports an error or is full. If something was to be"
                        + " recorded, ask again with the same request id once the disk is well: it will be recorded"
                        + " once.";
            case SQLITE_OK ->
                "The embedded database cannot start. Check that the folder for temporary files is not full and"
                        + " may be written to.";
            case SQLITE_CONSTRAINT -> ledger + " refused a change: it can only be added to.";
            default -> ledger + " cannot be used: the database reports the error " + code.name() + ".";
        };
    }

    private static String ofServer(SQLException error, Place place) {
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        String database = "The database " + place;
        return switch (state) {
            case "28P01", "28000", "08004" ->
                database + " does not let this user in: the user's name or the password is" + " wrong.";
            case "3D000" -> database + " does not exist on its server.";
            case "42501" ->
                "The database user may not do this in " + place + ": ask whoever administers the database to"
                        + " grant it the role ledger_append for recording, or ledger_erase for erasing.";
            case "55P03" ->
                "The ledger " + place + " is in use by another program, which did not let go of it within "
                        + Server.PATIENCE_SECONDS + " seconds. Try again.";
            case "53100" -> "The disk of the database " + place + " is full. Nothing was recorded.";
            case "25006" -> database + " only lets itself be read. Nothing was recorded.";
            case "P0001", "23505", "23503" -> "The ledger " + place + " refused a change: it can only be added to.";
            default ->
                state.startsWith("08") || state.startsWith("57P")
                        ? database
                                + " cannot be reached. Check its address, and that it is running. If something was to be"
                                + " recorded, ask again with the same request id: it will be recorded once."
                        : database + " cannot be used: it reports the error "
                                + (state.isEmpty() ? "without a number" : state) + ".";
        };
    }
}
