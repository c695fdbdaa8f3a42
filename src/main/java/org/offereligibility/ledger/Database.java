package org.offereligibility.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What the two databases do differently. */
interface Database {
    /** The database at a place. */
    static Database at(Place place) throws LedgerUnusable {
        return place.url().isPresent() ? new Server(place) : new Embedded(place);
    }

    /** The database at a place, to be read and never written to. */
    static Database toRead(Place place) throws LedgerUnusable {
        return place.url().isPresent() ? new Server(place, true) : new EmbeddedToRead(place);
    }

    Place place();

    /** For Flyway, which brings the tables: with the rights of whoever opens the ledger. */
    DataSource owner();

    /** For recording and reading: with no right but to add and to read. */
    Connection connect() throws SQLException;

    /** For reading everything as it was at one moment, whoever records meanwhile. */
    Connection snapshot() throws SQLException;

    /** Keeps every other writer out until the end of the transaction in which it is called. */
    void lock(Session session);

    /** Lets the transaction in which it is called remove what a tombstone allows. */
    void allowErasing(Session session);

    /** Makes sure that what was removed is not in the database's files either, as far as that is in our hands. */
    void scrub(Session session) throws LedgerUnusable;

    /** The number of the migration that the database is at, empty if there is no table at all. */
    String tablesQuery();
}
