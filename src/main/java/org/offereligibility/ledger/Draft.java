package org.offereligibility.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * What is to be recorded; the ledger adds the id and the time.
 *
 * @param kind {@code decision}, {@code ruling}, {@code override} or {@code withdrawal}
 * @param requestId whoever asks again with the same one gets the same record
 * @param by who asked, as given
 * @param about the id of the decision that this is about; empty for a decision
 * @param fields what else stands openly in the record, nothing personal; their names are none of the ledger's own
 * @param parts what is sealed: bytes under a salted commitment, which can be erased later
 * @param marks words under which the record is found
 * @param rules the rule set to be archived with it
 */
public record Draft(
        String kind,
        String requestId,
        String by,
        String about,
        Map<String, String> fields,
        SortedMap<String, byte[]> parts,
        Set<Mark> marks,
        Optional<RuleArchive> rules) {}
