package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client that OpenAPI Generator generates from {@code /openapi.json} compiles and works. The generator runs in a
 * separate JVM, because it depends on other versions of many libraries.
 */
@ExtendWith(SharedNewsroom.class)
class GeneratedClientTest {
    /** The generator's folder in the build. */
    private static final Path GENERATOR = Path.of("target/openapi-generator-cli.jar");

    private static final String PACKAGE = "parley.client";
    private static final Path USE = Path.of("src/test/resources/client/Use.java");

    private final RunningNewsroom newsroom;

    @TempDir
    private Path folder;

    GeneratedClientTest(RunningNewsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Test
    void generatedClientCompilesAndWorks() throws Exception {
        Path document = Files.writeString(
                folder.resolve("openapi.json"),
                newsroom.anonymous().get("/openapi.json").body());
        generate(document);
        compile();
        TestNegotiation talks = TestNegotiation.open(newsroom);

        String said = use(talks.slug());

        assertThat(said)
                .isEqualTo(
                        "tried CeasefireProposed as version 0; recorded with 201 as version 1; repeated with 200; [PROPOSED by [UPL]];"
                                + " B2; refused with 404");
    }

    private void generate(Path document) throws IOException, InterruptedException {
        assertThat(GENERATOR)
                .as("put there by Maven, in the phase process-test-classes")
                .exists();
        Path log = folder.resolve("generator.log");
        Process generator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        GENERATOR.toAbsolutePath().toString(),
                        "generate",
                        "-i",
                        document.toString(),
                        "-g",
                        "java",
                        "--library",
                        "native",
                        "-o",
                        folder.toString(),
                        "--global-property",
                        "apis,models,supportingFiles,apiDocs=false,modelDocs=false,apiTests=false,modelTests=false",
                        "--additional-properties",
                        String.join(
                                ",",
                                "invokerPackage=" + PACKAGE,
                                "apiPackage=" + PACKAGE + ".api",
                                "modelPackage=" + PACKAGE + ".model",
                                "openApiNullable=false",
                                // otherwise the client sends empty lists for what is left out
                                "containerDefaultToNull=true",
                                "useJakartaEe=true",
                                "annotationLibrary=none",
                                "documentationProvider=none",
                                "useSingleRequestParameter=true",
                                "hideGenerationTimestamp=true"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = generator.waitFor(5, TimeUnit.MINUTES);
        generator.destroyForcibly();
        assertThat(ended && generator.exitValue() == 0)
                .as(Files.readString(log))
                .isTrue();
    }

    private void compile() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                folder.resolve("classes").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-proc:none",
                "-nowarn",
                "-Xlint:none"));
        try (Stream<Path> sources = Files.walk(folder.resolve("src/main/java"))) {
            sources.filter(source -> source.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(arguments::add);
        }
        arguments.add(USE.toString());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    private String use(String negotiation) throws Exception {
        URL[] classes = {folder.resolve("classes").toUri().toURL()};
        try (URLClassLoader client = new URLClassLoader(classes, getClass().getClassLoader())) {
            return (String) client.loadClass("Use")
                    .getMethod("run", String.class, String.class, String.class, String.class)
                    .invoke(null, newsroom.address(), "chief", RunningNewsroom.CHIEF_PASSWORD, negotiation);
        }
    }
}
