package org.offereligibility.dossier;

import java.util.List;

/** What came of reading one dossier. */
public sealed interface Reading {
    record Accepted(Dossier dossier) implements Reading {}

    /** @param problems in the order of their places; never empty */
    record Refused(List<Problem> problems) implements Reading {}
}
