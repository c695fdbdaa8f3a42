package org.offereligibility.dossier;

import java.util.Map;
import java.util.Optional;

/** Where in a dossier the facts of a type stand, so that what the schema says of a place can be said of the fact. */
public final class FactPlaces {
    /** Types that stand for one value of the dossier: that value's place; the others: the place of the object or the entry. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("Role", "/role"),
            Map.entry("Level", "/level"),
            Map.entry("AsOf", "/asOf"),
            Map.entry("HiringTeamMember", "/hiringTeam/*"),
            Map.entry("Profile", "/profile/yearsOfExperience"),
            Map.entry("Domain", "/profile/domains/*"),
            Map.entry("Accomplishment", "/profile/accomplishments/*"),
            Map.entry("RoundHeld", "/rounds/*"),
            Map.entry("Interviewer", "/rounds/*/interviewers/*"),
            Map.entry("Score", "/scores/*"),
            Map.entry("Observation", "/observations/*"),
            Map.entry("Challenge", "/challenges/*"),
            Map.entry("Exercise", "/exercises/*"),
            Map.entry("CaseBrief", "/caseStudy/briefSentAt"),
            Map.entry("Deliverable", "/caseStudy/deliverables/*"),
            Map.entry("BackgroundCheck", "/backgroundCheck"),
            Map.entry("Offer", "/offer/currency"),
            Map.entry("BaseSalary", "/offer/baseSalary"),
            Map.entry("AnnualEquityGiven", "/offer/equity/annualValue"),
            Map.entry("TotalEquityGiven", "/offer/equity/totalValue"),
            Map.entry("Vesting", "/offer/vestingYears"),
            Map.entry("OfferExtended", "/offer/extendedAt"),
            Map.entry("OfferException", "/offer/exception"));

    private FactPlaces() {}

    /** The place of the facts of that type, with {@code *} for an entry of a list; none for a type that has several. */
    public static Optional<String> of(String factType) {
        return Optional.ofNullable(PLACES.get(factType));
    }

    /** Whether a dossier says at most one fact of that type. */
    public static boolean isOnce(String factType) {
        return of(factType).filter(place -> !place.contains("*")).isPresent();
    }

    /** The place of a field of facts of that type, where it has one of its own. */
    public static Optional<String> of(String factType, String field) {
        return of(factType)
                .map(place -> DossierPlaces.known().containsKey(place + "/" + field) ? place + "/" + field : place)
                .filter(DossierPlaces.known()::containsKey);
    }
}
