package org.offereligibility.cli;

/** What the user has to know of an erasure beyond the ledger. */
final class Erased {
    private Erased() {}

    static String hint(boolean server) {
        return server
                ? "It is out of the ledger's tables. The database's own log and backups may still hold it: its administrator"
                        + " has to let them expire. So may files that were exported, and copies of the folder.\n"
                : "No file of the ledger holds it any longer. Copies of the folder, and files that were exported, may: erase"
                        + " it there too.\n";
    }
}
