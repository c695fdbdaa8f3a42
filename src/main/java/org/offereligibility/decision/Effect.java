package org.offereligibility.decision;

/** What a finding does to the verdict, strongest first. */
public enum Effect {
    BLOCK(Verdict.INELIGIBLE),
    MISSING(Verdict.INCOMPLETE),
    REFER(Verdict.REFER),
    NOTE(Verdict.ELIGIBLE),
    SUPPORT(Verdict.ELIGIBLE);

    private final Verdict verdict;

    Effect(Verdict verdict) {
        this.verdict = verdict;
    }

    /** Whether a finding of this effect keeps the offer from being made as things stand. */
    public boolean standsInTheWay() {
        return verdict != Verdict.ELIGIBLE;
    }

    /** The verdict where no finding is stronger. */
    public Verdict verdict() {
        return verdict;
    }
}
