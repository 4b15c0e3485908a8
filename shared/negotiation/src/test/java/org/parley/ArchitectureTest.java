package org.parley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.matter.Command;
import org.parley.matter.Detail;
import org.parley.matter.Event;

/** The architectural rules of the domain. */
class ArchitectureTest {
    private static final JavaClasses DOMAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.parley");

    @Test
    void theDomainIsPlainJava() {
        assertThat(DOMAIN).hasSizeGreaterThan(100);
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.math..",
                        "java.net",
                        "java.time..",
                        "java.util..",
                        "org.jspecify..",
                        "org.parley..")
                .check(DOMAIN);
    }

    @Test
    void timeIsPassedAsAValue() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .check(DOMAIN);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(DOMAIN.stream().map(JavaClass::getPackage).collect(Collectors.toSet()))
                .hasSizeGreaterThan(10)
                .allSatisfy(p -> assertThat(p.isAnnotatedWith(NullMarked.class))
                        .as(p.getName())
                        .isTrue());
    }

    @Test
    void classNamesHaveNoEmptySuffixes() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Dto|DTO|Impl|Service)(\\$.*)?")
                .check(DOMAIN);
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..utils..", "..common..", "..impl..", "..helper..", "..manager..", "..dto..")
                .check(DOMAIN);
    }

    @Test
    void commandsEventsAndDetailsAreRecords() {
        for (Class<?> said : new Class<?>[] {Command.class, Event.class, Detail.class}) {
            classes()
                    .that()
                    .areAssignableTo(said)
                    .and()
                    .areNotInterfaces()
                    .should()
                    .beRecords()
                    .check(DOMAIN);
        }
    }

    @Test
    void wordingsAreNotPublic() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Wording")
                .and()
                .doNotHaveSimpleName("Wording")
                .and()
                .doNotHaveSimpleName("EditorialWording")
                .should()
                .notHaveModifier(JavaModifier.PUBLIC)
                .check(DOMAIN);
    }

    @Test
    void kindsDoNotDependOnTheHistory() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.parley.history..", "org.parley.state..", "org.parley.diff..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.parley.history..", "org.parley.state..", "org.parley.diff..")
                .check(DOMAIN);
        noClasses()
                .that()
                .resideInAnyPackage("org.parley.time..", "org.parley.party..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.parley.matter..", "org.parley.evidence..", "org.parley.catalogue..")
                .check(DOMAIN);
    }
}
