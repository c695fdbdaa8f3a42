package org.offereligibility.impact;

/** One way of writing a comparison down, some of it as the dossiers come. */
public interface ImpactReport {
    /** How many of the dossiers that turn are told why, in the order in which they come. */
    long told();

    /** What is written first. */
    default String opening() {
        return "";
    }

    /** What is written for one dossier, or nothing. Called by several threads. */
    default String of(Compared compared) {
        return "";
    }

    /** What stands between what is written for one dossier and for another. */
    default String between() {
        return "";
    }

    /** What is written when there are no more. */
    default String ending(Impact impact) {
        return "";
    }
}
