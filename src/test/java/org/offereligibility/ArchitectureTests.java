package org.offereligibility;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rooms of the house, and who may speak to whom; what each package-info promises is held here. */
class ArchitectureTests {
    private static final String ROOT = "org.offereligibility.";
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.offereligibility");

    /** Each room and the rooms below it that it may use. */
    private static final Map<String, List<String>> ROOMS = Map.of(
            "dossier", List.of(),
            "policy", List.of("dossier"),
            "decision", List.of("dossier", "policy"),
            "explanation", List.of("dossier", "policy", "decision"),
            "trial", List.of("dossier", "policy", "decision", "explanation"),
            "impact", List.of("dossier", "policy", "decision", "explanation"),
            "ledger", List.of("dossier"),
            "report", List.of("dossier", "policy", "decision", "explanation"),
            "desk", List.of("dossier", "policy", "decision", "explanation", "trial", "impact", "ledger", "report"),
            "cli",
                    List.of(
                            "dossier",
                            "policy",
                            "decision",
                            "explanation",
                            "trial",
                            "impact",
                            "ledger",
                            "report",
                            "desk"));

    @Test
    void readsTheWholeProgram() {
        assertThat(PROGRAM.size()).isGreaterThan(80);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dossier",
                "policy",
                "decision",
                "explanation",
                "trial",
                "impact",
                "ledger",
                "report",
                "desk",
                "cli"
            })
    void aRoomUsesOnlyTheRoomsBelowIt(String room) {
        String[] others = ROOMS.keySet().stream()
                .filter(other -> !other.equals(room) && !ROOMS.get(room).contains(other))
                .map(other -> ROOT + other + "..")
                .toArray(String[]::new);
        if (others.length > 0) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(PROGRAM);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dossier",
                "policy",
                "decision",
                "explanation",
                "trial",
                "impact",
                "ledger",
                "report",
                "desk",
                "cli"
            })
    void aRoomSaysItsJobWhatItMayUseAndWhatItMustNeverDo(String room) throws Exception {
        String text = Files.readString(Path.of("src/main/java/org/offereligibility", room, "package-info.java"));
        assertThat(text).contains("@NullMarked", "May use:", "Must never:");
    }

    @Test
    void noRoomGoesRound() {
        slices().matching("org.offereligibility.(*)..")
                .should()
                .beFreeOfCycles()
                .check(PROGRAM);
    }

    @Test
    void droolsStaysWhereRulesAreCompiledAndRun() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "policy..", ROOT + "decision..", ROOT + "explanation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools..", "org.kie..")
                .check(PROGRAM);
    }

    @Test
    void theLayoutLibraryPlacesBoxesAndNothingElse() {
        noClasses()
                .that()
                .haveNameNotMatching(".*[.]BoxTree([$].*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.abego..", "java.awt..")
                .check(PROGRAM);
    }

    @Test
    void decidingReadsNoClockNoFileAndNoSurroundings() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "decision..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.net..")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(PROGRAM);
    }

    @Test
    void noNameSaysLittle() {
        classes()
                .that(not(simpleName("package-info")))
                .should()
                .haveNameNotMatching(".*(Impl|Manager|Util|Utils|Helper|Processor|Handler)")
                .check(PROGRAM);
    }
}
