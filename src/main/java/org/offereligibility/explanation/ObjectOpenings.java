package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offereligibility.dossier.Dossier;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Json;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.Vocabulary;

/** The objects that may come into a dossier which has none: an exception, a profile, a case study. */
final class ObjectOpenings {
    private static final String TO_BE_GIVEN = "to be given";

    private final Vocabulary vocabulary;
    private final Dossier dossier;
    private final Moment asOf;
    private final Figured figures;

    /** Finds what a figure in an object that would come could be. */
    interface Figured {
        /**
         * @param object that would come
         * @param figure the pointer of the figure
         */
        List<Json> with(Change.Put object, String figure);
    }

    ObjectOpenings(Vocabulary vocabulary, Dossier dossier, Moment asOf, Figured figures) {
        this.figures = figures;
        this.vocabulary = vocabulary;
        this.dossier = dossier;
        this.asOf = asOf;
    }

    List<Change> of(String pointer) {
        return switch (pointer) {
            case "/offer/exception" -> exception(pointer);
            case "/profile" -> profiles(pointer);
            case "/caseStudy" -> caseStudies(pointer);
            default -> List.of();
        };
    }

    private List<Change> exception(String pointer) {
        Optional<Json> offer = dossier.json().at("/offer");
        return offer.isEmpty()
                ? List.of()
                : List.of(Change.other(
                        pointer,
                        "have an exception approved for the offer",
                        List.of(new Change.Put(
                                pointer,
                                Figures.object(
                                        Figures.member("approvedBy", Figures.text(TO_BE_GIVEN)),
                                        Figures.member("reason", Figures.text(TO_BE_GIVEN)))))));
    }

    /** One for each domain, for each of those years of experience. */
    private List<Change> profiles(String pointer) {
        List<Change> changes = new ArrayList<>();
        for (String domain : vocabulary.words("domain")) {
            Json profile = Figures.object(
                    Figures.member("yearsOfExperience", Figures.number(1)),
                    Figures.member("domains", Figures.list(List.of(Figures.text(domain)))));
            for (Json years : figures.with(new Change.Put(pointer, profile), pointer + "/yearsOfExperience")) {
                Exact number = Figures.value(years);
                changes.add(Change.figure(
                        pointer,
                        pointer + "=" + domain,
                        "add the candidate's profile, with " + number.spoken()
                                + (number.equals(Exact.of(1)) ? " year" : " years") + " of experience in "
                                + vocabulary.reads(domain),
                        List.of(
                                new Change.Put(pointer, profile),
                                new Change.Put(pointer + "/yearsOfExperience", years)),
                        Exact.of(1),
                        number));
            }
        }
        return changes;
    }

    /** With every deliverable. */
    private List<Change> caseStudies(String pointer) {
        List<Json.Str> deliverables =
                vocabulary.words("deliverable").stream().map(Figures::text).toList();
        String sent = pointer + "/briefSentAt";
        Json study = Figures.object(
                Figures.member("feature", Figures.text(TO_BE_GIVEN)),
                Figures.member("briefSentAt", Figures.text(asOf.toString())),
                Figures.member("deliverables", Figures.list(deliverables)));
        List<Change> changes = new ArrayList<>();
        for (Json at : figures.with(new Change.Put(pointer, study), sent)) {
            Exact hours = Figures.value(at);
            changes.add(Change.figure(
                    pointer,
                    pointer,
                    "add the case study, with all its deliverables and its brief sent at " + DossierWords.read("", at),
                    List.of(new Change.Put(pointer, study), new Change.Put(sent, at)),
                    hours.distanceTo(Figures.hours(asOf)).dividedBy(Figures.MONTH),
                    hours));
        }
        return changes;
    }
}
