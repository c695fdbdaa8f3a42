package org.offereligibility.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectedAttributesTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "age",
                "Age",
                "AGE",
                "candidateAge",
                "age_range",
                "age-group",
                "ageAtHire",
                "ages",
                "age2",
                "_age",
                "birthDate",
                "birth_date",
                "birthdate",
                "BIRTHDATE",
                "dateOfBirth",
                "date_of_birth",
                "date-of-birth",
                "Date of Birth",
                "dateofbirth",
                "DATEOFBIRTH",
                "DateOfBirth",
                "dob",
                "DOB",
                "candidateDOB",
                "DOBYear",
                "birthday",
                "birthYear",
                "year_of_birth",
                "candidatedateofbirth",
                "gender",
                "genderIdentity",
                "sex",
                "candidategender",
                "sexualOrientation",
                "sexualorientation",
                "pronouns",
                "preferred_pronoun",
                "race",
                "ethnicity",
                "ethnic-group",
                "skinColour",
                "skin_color",
                "colourOfSkin",
                "ancestry",
                "caste",
                "religion",
                "religiousBelief",
                "faith",
                "creed",
                "nationality",
                "nationalities",
                "citizenship",
                "citizenships",
                "nationalOrigin",
                "ethnic origin",
                "placeOfBirth",
                "birthplace",
                "disability",
                "disabilities",
                "hasDisability",
                "handicap",
                "medicalCondition",
                "health_condition",
                "healthconditions",
                "geneticInformation",
                "maritalStatus",
                "marital status",
                "maritalstatus",
                "familyStatus",
                "married",
                "isMarried",
                "spouse",
                "spouseName",
                "children",
                "numberOfChildren",
                "pregnancy",
                "isPregnant",
                "parentalStatus",
                "veteran",
                "veteranStatus",
                "military_status",
                "politicalOpinion",
                "politicalopinions",
                "unionMembership",
                "unionmembership",
                "tradeUnion",
                "a\u200bge",
                "\uFF41\uFF47\uFF45",
                "âge"
            })
    void recognisesThemHoweverTheyAreWritten(String name) {
        assertThat(ProtectedAttributes.named(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "language",
                "page",
                "pageCount",
                "package",
                "stage",
                "manager",
                "coverage",
                "essex",
                "usage",
                "image",
                "message",
                "average",
                "agent",
                "agency",
                "agenda",
                "trace",
                "traceId",
                "embrace",
                "graceful",
                "sextant",
                "sussex",
                "middlesex",
                "broadcaster",
                "decreed",
                "faithful",
                "union",
                "status",
                "familiar",
                "family",
                "child",
                "childNodes",
                "parentId",
                "disabled",
                "healthCheck",
                "skin",
                "colour",
                "origin",
                "data_origin",
                "national",
                "condition",
                "medical",
                "dobson",
                "birch",
                "place",
                "date",
                "dateOf",
                "year",
                "applicationId",
                "espouse",
                "wifeless",
                "party",
                "opinion",
                "member",
                "membership",
                "citation",
                "orientation",
                "mileage",
                "metadata",
                "1990",
                "__",
                "raceme",
                "source"
            })
    void letsHarmlessNamesPass(String name) {
        assertThat(ProtectedAttributes.named(name)).isEmpty();
    }

    @Test
    void letsEveryPropertyOfADossierPass() {
        assertThat(Shape.ALL)
                .flatExtracting(Shape::names)
                .allSatisfy(name -> assertThat(ProtectedAttributes.named(name)).isEmpty());
    }

    @Test
    void areFoundAtAnyDepthAndOnlyTold() {
        String metadata = "{\"ats\": [1, {\"custom fields\": {\"marital-status\": \"widowed\"}}]}";
        List<String> problems = Samples.problems("{\"candidateId\": \"c\", \"role\": \"pmm\", \"level\": \"m\",\n"
                + "\"metadata\": " + metadata + ",\n\"extra\": {\"race\": \"x\"}, \"gender\": \"x\"}");
        assertThat(problems)
                .containsExactly(
                        "a.json:2:44: /metadata/ats/1/custom fields/marital-status: `marital-status` speaks of marital "
                                + "status: a protected attribute has no place in a dossier: remove it",
                        "a.json:3:1: /extra: `extra` is no property of a dossier: remove it, or put it under `metadata`",
                        "a.json:3:11: /extra/race: `race` speaks of race: a protected attribute has no place in a dossier: "
                                + "remove it",
                        "a.json:3:25: /gender: `gender` speaks of gender: a protected attribute has no place in a dossier: "
                                + "remove it");
    }
}
