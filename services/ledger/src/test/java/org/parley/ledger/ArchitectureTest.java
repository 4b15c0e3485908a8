package org.parley.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The allowed dependencies between packages and on frameworks. */
class ArchitectureTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.parley");

    @Test
    void onlyTheLedgerUsesAxon() {
        assertThat(ALL).hasSizeGreaterThan(200);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.parley.ledger..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..")
                .check(ALL);
    }

    @Test
    void relayDoesNotUseAxon() {
        noClasses()
                .that()
                .resideInAPackage("org.parley.ledger.relay..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.axonframework..", "org.parley.ledger.command..", "org.parley.ledger.aggregate..")
                .check(ALL);
    }

    @Test
    void aggregatesHaveNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAPackage("org.parley.ledger.aggregate..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "java.net..",
                        "java.io..",
                        "org.postgresql..",
                        "org.apache.kafka..",
                        "org.springframework.jdbc..",
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "jakarta..",
                        "tools.jackson..",
                        "org.parley.ledger.command..",
                        "org.parley.ledger.relay..",
                        "org.parley.access..")
                .check(ALL);
    }

    @Test
    void storeUsesNeitherHttpNorKafka() {
        noClasses()
                .that()
                .resideInAPackage("org.parley.ledger.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.apache.kafka..",
                        "org.parley.ledger.admission..",
                        "org.parley.ledger.command..",
                        "org.parley.ledger.relay..",
                        "org.parley.access..")
                .check(ALL);
    }

    @Test
    void allPackagesAreNullMarked() {
        assertThat(ALL.stream()
                        .filter(type -> type.getPackageName().startsWith("org.parley.ledger"))
                        .map(JavaClass::getPackage)
                        .collect(Collectors.toSet()))
                .hasSizeGreaterThan(4)
                .allSatisfy(p -> assertThat(p.isAnnotatedWith(NullMarked.class))
                        .as(p.getName())
                        .isTrue());
    }
}
