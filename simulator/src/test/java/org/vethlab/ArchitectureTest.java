package org.vethlab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which way the doors open. */
class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.vethlab");

    /** Each package and what it may use of the others. */
    private record Room(String name, List<String> uses) {}

    private static Stream<Room> rooms() {
        return Stream.of(
                new Room("addr", List.of()),
                new Room("time", List.of()),
                new Room("view", List.of("addr")),
                new Room("wire", List.of("addr")),
                new Room("trace", List.of("addr", "wire")),
                new Room("net", List.of("addr", "wire", "time", "trace")),
                new Room("process", List.of("addr", "wire", "time", "net")),
                new Room("file", List.of("addr", "wire", "time", "net", "process")),
                new Room("program", List.of("addr", "wire", "time", "trace", "net", "process", "view")),
                new Room("shell", List.of("time", "net", "process", "program")));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aPackageUsesOnlyWhatLiesBelowIt(Room room) {
        String[] others = rooms().map(Room::name)
                .filter(name -> !name.equals(room.name()) && !room.uses().contains(name))
                .map(name -> "org.vethlab." + name + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("org.vethlab." + room.name() + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("org.vethlab.lab..", "org.vethlab.complete..", "org.vethlab.transcript..")
                .check(MAIN);
    }

    @Test
    void topLevelPackagesHaveNoCycles() {
        slices().matching("org.vethlab.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void nothingTouchesTheHostsFiles() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.File")
                .check(MAIN);
    }

    @Test
    void onlyTimeKnowsTheWallClockThreadsAndRandomness() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.vethlab.time..")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(MAIN);
    }

    @Test
    void nothingPrintsToTheHost() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(MAIN);
    }
}
