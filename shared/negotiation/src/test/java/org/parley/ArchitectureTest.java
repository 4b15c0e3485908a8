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
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.catalogue.Catalogue;
import org.parley.diff.Diff;
import org.parley.evidence.Evidence;
import org.parley.history.Decision;
import org.parley.history.History;
import org.parley.matter.Command;
import org.parley.matter.Detail;
import org.parley.matter.Event;
import org.parley.matter.MatterState;
import org.parley.matter.MatterType;
import org.parley.party.Party;
import org.parley.state.NegotiationHistory;
import org.parley.time.Edtf;

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
        for (Class<?> type : new Class<?>[] {Command.class, Event.class, Detail.class}) {
            classes()
                    .that()
                    .areAssignableTo(type)
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
                .areNotInterfaces()
                .and()
                .doNotHaveSimpleName("EditorialWording")
                .should()
                .notHaveModifier(JavaModifier.PUBLIC)
                .check(DOMAIN);
    }

    @Test
    void kindsDoNotDependOnTheHistory() {
        String[] histories = packages(History.class, Decision.class, NegotiationHistory.class, Diff.class);
        noClasses()
                .that()
                .resideOutsideOfPackages(histories)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(histories)
                .check(DOMAIN);
        noClasses()
                .that()
                .resideInAnyPackage(packages(Edtf.class, Party.class))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(MatterState.class, MatterType.class, Evidence.class, Catalogue.class))
                .check(DOMAIN);
    }

    private static String[] packages(Class<?>... members) {
        return Stream.of(members).map(Class::getPackageName).distinct().toArray(String[]::new);
    }
}
