package org.offereligibility.dossier;

import java.util.List;
import java.util.Optional;

/**
 * The facts collected on one candidate for one offer, read and found in order.
 *
 * @param candidateName for people to read; no rule ever sees it
 * @param asOf the instant at which to judge; absent if the evaluation is to set it
 * @param facts everything that a rule may see but {@link Fact.AsOf}, in the order of the dossier
 * @param json the dossier as it was given
 * @param hash {@code sha256:} and the SHA-256 over the canonical form (RFC 8785), in hexadecimal
 */
public record Dossier(
        String candidateId,
        Optional<String> candidateName,
        String role,
        String level,
        Optional<Moment> asOf,
        List<Fact> facts,
        Json.Obj json,
        String hash) {}
