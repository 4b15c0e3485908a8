package org.parley.domain;

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
import org.parley.domain.alert.Alerts;
import org.parley.domain.analysis.DevelopmentTable;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.decision.CommandDecider;
import org.parley.domain.diff.NegotiationDiff;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.matter.MatterState;
import org.parley.domain.party.Party;
import org.parley.domain.publication.PublicTrail;
import org.parley.domain.state.NegotiationHistory;
import org.parley.domain.time.Edtf;

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
                        "java.text",
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
        for (Class<?> type : new Class<?>[] {Command.class, Event.class, MatterDetail.class}) {
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
        String[] histories = packages(
                RecordedHistory.class,
                CommandDecider.class,
                NegotiationHistory.class,
                NegotiationDiff.class,
                Alerts.class,
                PublicTrail.class,
                DevelopmentTable.class);
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
                .resideInAnyPackage(
                        packages(MatterState.class, MatterType.class, Evidence.class, DomainCatalogue.class))
                .check(DOMAIN);
    }

    private static String[] packages(Class<?>... members) {
        return Stream.of(members).map(Class::getPackageName).distinct().toArray(String[]::new);
    }
}
