package org.offereligibility.dossier;

/**
 * One thing that the dossier says, flat and without nulls: what the dossier does not say is the absence of the fact. No
 * fact holds a person's name, a note, or a reason written for people.
 */
public sealed interface Fact {
    /** Where in the dossier it was read (RFC 6901). */
    String pointer();

    /** What stands under a round, whether or not the dossier lists that round as held. */
    sealed interface Evidence extends Fact {
        String round();
    }

    record Role(String pointer, String role) implements Fact {}

    record Level(String pointer, String level) implements Fact {}

    /** @param at the instant at which the dossier is judged */
    record AsOf(String pointer, Moment at) implements Fact {}

    record HiringTeamMember(String pointer, String id) implements Fact {}

    record Profile(String pointer, Exact yearsOfExperience) implements Fact {}

    record Domain(String pointer, @Word("domain") String domain) implements Fact {}

    record Accomplishment(
            String pointer, @Word("accomplishment") String accomplishment) implements Fact {}

    /** @param endedAt {@code startedAt} plus {@code minutes} */
    record RoundHeld(
            String pointer,
            @Word("round") String round,
            Moment startedAt,
            Moment endedAt,
            Exact minutes,
            @Word("outcome") String outcome)
            implements Fact {}

    record Interviewer(
            String pointer,
            @Word("round") String round,
            String id,
            @Word("function") String function) implements Fact {}

    /** @param score a whole number from 1 to 5 */
    record Score(
            String pointer,
            @Word("round") String round,
            @Word("criterion") String criterion,
            Exact score,
            String interviewer)
            implements Evidence {}

    record Observation(
            String pointer,
            @Word("round") String round,
            @Word("signal") String signal,
            String observer) implements Evidence {}

    record Challenge(
            String pointer,
            String id,
            @Word("round") String round,
            @Word("topic") String topic,
            @Word("response") String response,
            Exact responseSeconds)
            implements Evidence {}

    record Exercise(String pointer, @Word("round") String round, String topic, PlainText text) implements Evidence {}

    record CaseBrief(String pointer, Moment briefSentAt) implements Fact {}

    record Deliverable(String pointer, @Word("deliverable") String deliverable) implements Fact {}

    record BackgroundCheck(
            String pointer, @Word("background-check") String status) implements Fact {}

    /** That there is an offer, and its currency (ISO 4217). */
    record Offer(String pointer, @OfferTerm String currency) implements Fact {}

    /** @param amount per year, in the offer's currency */
    record BaseSalary(String pointer, @OfferTerm Exact amount) implements Fact {}

    /** @param amount the equity of one year, as the offer gives it */
    record AnnualEquityGiven(String pointer, @OfferTerm Exact amount) implements Fact {}

    /** @param amount the equity over all vesting years, as the offer gives it */
    record TotalEquityGiven(String pointer, @OfferTerm Exact amount) implements Fact {}

    record Vesting(String pointer, @OfferTerm Exact years) implements Fact {}

    record OfferExtended(String pointer, Moment at) implements Fact {}

    /** That the offer carries an approved exception; who approved it and why is for people, not for rules. */
    record OfferException(String pointer) implements Fact {}
}
