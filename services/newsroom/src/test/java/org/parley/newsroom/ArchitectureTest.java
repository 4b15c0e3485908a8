package org.parley.newsroom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.domain.matter.MatterKind;

/** The allowed dependencies between modules. */
class ArchitectureTest {
    private static final Path ROOT = Path.of("../..");

    private static final JavaClasses PARLEY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.parley");

    @Test
    void servicesDependOnEachOtherByContractOnly() throws IOException {
        List<String> services = services();
        assertThat(services).contains("org.parley.ledger..", "org.parley.archive..");
        for (String service : services) {
            String[] others =
                    services.stream().filter(other -> !other.equals(service)).toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(service)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAPackage("org.parley.newsroom..")
                    .allowEmptyShould(true)
                    .check(PARLEY);
        }
    }

    /** The package patterns of all services except newsroom, which combines them. */
    private static List<String> services() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT.resolve("services"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals("newsroom"))
                    .map(name -> "org.parley." + name + "..")
                    .sorted()
                    .toList();
        }
    }

    @Test
    void sharedModulesDependOnNoService() throws IOException {
        List<String> services = new ArrayList<>(services());
        services.add("org.parley.newsroom..");
        String[] packages = services.toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(PARLEY);
    }

    @Test
    void onlyTheLedgerUsesAxon() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.parley.ledger..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..")
                .check(PARLEY);
    }

    @Test
    void domainIsPlainJava() {
        DescribedPredicate<JavaClass> domain =
                DescribedPredicate.describe("are of the domain", each -> isOf(MatterKind.class, each));
        String[] known = Stream.concat(
                        PARLEY.that(domain).stream().map(JavaClass::getPackageName),
                        Stream.of("java..", "org.jspecify.."))
                .distinct()
                .toArray(String[]::new);
        assertThat(known).hasSizeGreaterThan(10);
        classes()
                .that(domain)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(known)
                .check(PARLEY);
    }

    @Test
    void tableModuleDoesNotUseSpring() {
        classes()
                .that()
                .resideInAPackage("org.parley.table..")
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "are of the domain, the contract, or of plain libraries",
                        each -> each.isPrimitive()
                                || each.isArray()
                                || isOf(MatterKind.class, each)
                                || Stream.of(
                                                "java.",
                                                "org.jspecify.",
                                                "org.parley.table",
                                                "org.parley.contract",
                                                "tools.jackson.",
                                                "com.fasterxml.uuid.",
                                                "org.apache.commons.text.")
                                        .anyMatch(each.getName()::startsWith)))
                .check(PARLEY);
    }

    /** Import files are read in one module, for the pages and the command line. */
    @Test
    void onlyTheTableModuleReadsCsv() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.apache.commons.csv.CSVParser")
                .check(PARLEY);
    }

    /** Whether a class is in the same folder or jar as another. */
    private static boolean isOf(Class<?> other, JavaClass each) {
        String home = other.getProtectionDomain().getCodeSource().getLocation().getPath();
        return each.getSource()
                .map(source -> source.getUri().toString().contains(home))
                .orElse(false);
    }

    @Test
    void packagesAreNamedByCapability() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        Stream.of("util", "utils", "common", "impl", "helper", "helpers", "misc", "manager", "dto")
                                .map(name -> ".." + name + "..")
                                .toArray(String[]::new))
                .check(PARLEY);
    }

    @Test
    void packagesHaveAtMostTwentyTypes() {
        Map<String, Long> sizes =
                topLevelTypes().collect(groupingBy(JavaClass::getPackageName, TreeMap::new, counting()));
        assertThat(sizes)
                .hasSizeGreaterThan(50)
                .allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(20));
    }

    /** A reader who sees a simple name knows which type it is. */
    @Test
    void simpleNamesAreUnique() {
        Map<String, List<String>> names = topLevelTypes()
                .collect(groupingBy(JavaClass::getSimpleName, TreeMap::new, mapping(JavaClass::getName, toList())));
        assertThat(names)
                .hasSizeGreaterThan(500)
                .allSatisfy((name, types) -> assertThat(types).as(name).hasSize(1));
    }

    private static Stream<JavaClass> topLevelTypes() {
        return PARLEY.stream()
                .filter(each -> each.isTopLevelClass() && !each.getSimpleName().equals("package-info"));
    }

    @Test
    void exceptionsEndInException() {
        classes()
                .that()
                .areAssignableTo(Throwable.class)
                .should()
                .haveSimpleNameEndingWith("Exception")
                .check(PARLEY);
        noClasses()
                .that()
                .areNotAssignableTo(Throwable.class)
                .should()
                .haveSimpleNameEndingWith("Exception")
                .check(PARLEY);
    }

    @Test
    void packagesDependOnOneAnotherWithoutCycles() {
        SlicesRuleDefinition.slices()
                .assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass each) {
                        return SliceIdentifier.of(each.getPackageName());
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(PARLEY);
    }

    @Test
    void codeIsIndependentOfTheDossier() throws IOException {
        for (JavaClass each : PARLEY) {
            if (!each.getPackageName().startsWith("org.parley.newsroom")) {
                assertIndependentOfDossier(each.getName(), bytes(each));
            }
        }
        for (Path resource : resources()) {
            assertIndependentOfDossier(resource.toString(), Files.readAllBytes(resource));
        }
    }

    private static void assertIndependentOfDossier(String name, byte[] content) {
        // A class file has names and constants as plain text but no comments, so comments may have examples.
        assertThat(new String(content, StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT)
                        .contains("ukrain"))
                .as("%s knows about the dossier", name)
                .isFalse();
    }

    private static byte[] bytes(JavaClass each) throws IOException {
        try (InputStream in = each.getSource().orElseThrow().getUri().toURL().openStream()) {
            return in.readAllBytes();
        }
    }

    private static List<Path> resources() throws IOException {
        List<Path> resources = new ArrayList<>();
        try (Stream<Path> modules = Stream.of("shared", "services").flatMap(group -> children(ROOT.resolve(group)))) {
            for (Path module : modules.toList()) {
                Path folder = module.resolve("src/main/resources");
                if (!module.endsWith("newsroom") && Files.exists(folder)) {
                    try (Stream<Path> files = Files.walk(folder)) {
                        files.filter(Files::isRegularFile).forEach(resources::add);
                    }
                }
            }
        }
        assertThat(resources).isNotEmpty();
        return resources;
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
