package org.offereligibility.desk;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;

/** Up to when the versions of a policy have decided: before that, nobody may change by which rules. */
public interface DecidedUntil {
    /**
     * The last day, in UTC, that some version of the role has decided for.
     *
     * @param versions the first days of the role's versions
     * @return none if no version has decided anything
     */
    Optional<LocalDate> lastDay(String role, SortedSet<LocalDate> versions);

    /** Where no record of decisions is kept: a version that is in force has decided up to this day. */
    static DecidedUntil today(LocalDate today) {
        return (role, versions) ->
                versions.headSet(today.plusDays(1)).isEmpty() ? Optional.empty() : Optional.of(today);
    }
}
