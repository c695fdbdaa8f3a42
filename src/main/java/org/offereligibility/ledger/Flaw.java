package org.offereligibility.ledger;

import java.util.OptionalLong;

/**
 * Something in a ledger that is not as it was recorded.
 *
 * @param index of the record, or of the first of several; empty if it is about no one record
 * @param id of that record, or empty where it is not known
 * @param recordKind of that record, such as {@code decision}, or empty
 * @param words one or more whole sentences for people; they quote nothing that a record holds
 */
public record Flaw(Kind kind, OptionalLong index, String id, String recordKind, String words) {
    /** What of a ledger is looked at, in the order in which it is told. */
    public enum Area {
        SIGNATURES,
        RECORDS,
        KEPT,
        SEALED,
        SEARCH,
        HASHES,
        RULES,
        FILE
    }

    /** What can be wrong. */
    public enum Kind {
        /** The ledger names another key than the one that is known, or none. */
        KEY(Area.SIGNATURES),
        /** A checkpoint is not what the key signed, or does not fit the records though later ones do. */
        CHECKPOINT(Area.SIGNATURES),
        /** The last records are covered by no checkpoint. */
        UNSIGNED(Area.SIGNATURES),
        /** The last records are gone. */
        CUT(Area.RECORDS),
        /** Records before the last are gone. */
        MISSING(Area.RECORDS),
        /** A record's own words are not what was recorded. */
        CHANGED(Area.RECORDS),
        /** Some records do not give the root that was signed, though the stored hashes agree with them. */
        ROOT(Area.RECORDS),
        /** Two records of one id or one request id. */
        REPEATED(Area.RECORDS),
        /** A record is about one that is not there, or that came later. */
        ABOUT(Area.RECORDS),
        /** A checkpoint that was kept elsewhere does not fit. */
        KEPT(Area.KEPT),
        /** What was sealed is not what is there. */
        PART(Area.SEALED),
        /** What was sealed is gone, and no tombstone says so. */
        PART_MISSING(Area.SEALED),
        /** There is a sealed part that no record names. */
        PART_UNKNOWN(Area.SEALED),
        /** A tombstone says that something was erased, and it is still there. */
        NOT_ERASED(Area.SEALED),
        /** The column by which a record is found says something else than the record. */
        COLUMN(Area.SEARCH),
        /** The words under which a record is found are not those of its outcome. */
        MARK(Area.SEARCH),
        /** A stored hash is not that of the records under it, which are intact. */
        NODE(Area.HASHES),
        /** Archived rules are not what their hash names. */
        ARCHIVE(Area.RULES),
        /** The rules that a record was made by are not archived. */
        ARCHIVE_MISSING(Area.RULES),
        /** The database itself finds its file damaged. */
        FILE(Area.FILE);

        private final Area area;

        Kind(Area area) {
            this.area = area;
        }

        public Area area() {
            return area;
        }
    }
}
