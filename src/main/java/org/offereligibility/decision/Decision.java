package org.offereligibility.decision;

import java.util.List;
import org.offereligibility.dossier.Moment;

/**
 * What the evaluation of one dossier under one rule set concluded, and why: the decision schema, as values.
 *
 * @param dossierHash {@code sha256:...} over the dossier's canonical form (RFC 8785)
 * @param asOf the instant at which the dossier was judged
 * @param sections every section of the policy, in its order
 * @param findings strongest effect first, then by code and subject
 * @param shown what the policy wants to be seen in every decision, in its order
 */
public record Decision(
        String candidateId,
        String role,
        PolicyVersion policy,
        String dossierHash,
        Moment asOf,
        Verdict verdict,
        List<SectionVerdict> sections,
        List<Finding> findings,
        List<Shown> shown) {
    /**
     * Derived facts that are worth seeing whatever was found, such as scores that an observation changed.
     *
     * @param title of them all
     * @param facts at least one
     */
    public record Shown(String title, List<Reason.Derived> facts) {}

    /**
     * @param version the folder's name, the first day on which it is in force
     * @param hash {@code sha256:...} over the files of that version
     */
    public record PolicyVersion(String role, String version, String hash) {}

    /** @param title the section's name for people */
    public record SectionVerdict(String section, String title, Verdict verdict) {}

    /** The findings of one effect, in their order. */
    public List<Finding> findings(Effect effect) {
        return findings.stream().filter(finding -> finding.effect() == effect).toList();
    }
}
