package org.parley.newsroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.newsroom.Browser.Looks;
import org.parley.newsroom.Browser.Window;
import org.parley.table.ImportReader;
import org.parley.testkit.ApiClient.Answer;

/** Imports in a real browser: rows are never lost, changed or recorded twice silently. */
@ExtendWith({SharedNewsroom.class, Browser.Shared.class})
class DeskImportTest {
    private static final Path FILES = Path.of("../../shared/table/src/test/resources/org/parley/table");
    private static final String EVIDENCE =
            ",\"evidence\":{\"sources\":[{\"publisher\":\"AFP\",\"title\":\"Strike reported\"}],\"grade\":\"B2\"}}";

    private final RunningNewsroom newsroom;
    private final Browser browser;
    private final String talks = "import-" + UUID.randomUUID().toString().substring(0, 8);

    DeskImportTest(RunningNewsroom newsroom, Browser browser) {
        this.newsroom = newsroom;
        this.browser = browser;
    }

    @BeforeEach
    void open() {
        log("\"command\":\"OpenNegotiation\",\"title\":\"Talks\"}");
        Map.of("USA", "United States", "RUS", "Russia", "TUR", "Türkiye", "UKR", "Ukraine")
                .forEach((code, name) -> log("\"command\":\"AdmitParty\",\"party\":\"" + code + "\",\"name\":\"" + name
                        + "\",\"partyKind\":\"STATE\"}"));
    }

    private String log(String command) {
        Answer answer = newsroom.chief().command("{\"negotiation\":\"" + talks + "\"," + command);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("developmentId").asString();
    }

    private Window chief(Looks looks) {
        return browser.open(newsroom.address(), looks).signIn("chief", RunningNewsroom.CHIEF_PASSWORD);
    }

    private Locator tried(Page page, String file) {
        page.navigate("/n/" + talks + "/bulk");
        page.setInputFiles("#file", FILES.resolve(file));
        page.click("main button.btn--ink");
        return page.locator("[data-phase=TRIED]");
    }

    @Test
    void everyFileIsReadOrRefused() {
        try (Window window = chief(Looks.USUAL)) {
            Page page = window.page();
            Map.of(
                            "capitals-in-headings.csv", "One row can be recorded.",
                            "windows-1252.csv", "One row can be recorded.",
                            "sep-line.csv", "One row can be recorded.",
                            "title-line.csv", "One row can be recorded.",
                            "trailing-empty-column.csv", "One row can be recorded.",
                            "headline-in-quotes.tsv", "2 rows can be recorded.",
                            "open-bracket.csv", "No row can be recorded, 1 refused.",
                            "numbers.csv", "No row can be recorded, 8 refused.",
                            "dates.csv", "4 rows can be recorded, 10 refused.",
                            "values-as-people-write-them.csv", "4 rows can be recorded, 4 refused.")
                    .forEach((file, outcome) -> {
                        assertThat(tried(page, file)).containsText(outcome);
                        assertThat(page.content()).doesNotContain("Exception", "org.parley", "ProposeCeasefire");
                    });
            assertThat(newsroom.archive(talks).trail()).hasSize(5);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void reportNamesEncodingAndFormat() {
        try (Window window = chief(Looks.USUAL.in("es-ES"))) {
            Page page = window.page();
            assertThat(tried(page, "windows-1252.csv")).containsText("Una fila se puede registrar.");
            assertThat(page.locator(".said").first())
                    .containsText("Codificación: Windows-1252. Compruebe estas palabras: über, Öl, Zölle, sekundäre.");
            assertThat(page.locator("table.verdicts")).containsText("Zölle – “sekundäre” Sanktionen");

            assertThat(tried(page, "values-as-people-write-them.csv")).containsText("4 rechazadas");
            assertThat(page.locator("table.verdicts")).containsText("«United States» se entiende como USA");
            assertThat(page.locator("table.verdicts"))
                    .containsText("matter: «ml 6» no es un nombre corto. Escriba ml-6 si es lo que quiere decir.");
            DeskAccessibilityTest.check(page, "a report", "es");

            // A command may be given by its label in either language.
            page.navigate("/n/" + talks + "/bulk");
            page.fill(
                    "#text",
                    "command,matter,occurred,by,of,substance,publisher,source title\nExigencia planteada,tolls,"
                            + "2026-09-01,USA,RUS,Lower tolls,AFP,Report\n");
            page.click("main button.btn--ink");
            assertThat(page.locator("[data-phase=TRIED]")).containsText("Una fila se puede registrar.");
            assertThat(page.locator("table.verdicts")).containsText("se entiende como MakeDemand");
        }
    }

    @Test
    void repeatedFileRecordsNothingTwice() {
        try (Window window = chief(Looks.USUAL)) {
            Page page = window.page();
            assertThat(tried(page, "five-rows.csv")).containsText("5 rows can be recorded.");
            page.click("#commit button.btn--ink");
            assertThat(page.locator("[data-phase=DONE]")).containsText("5 rows recorded.");

            assertThat(tried(page, "five-rows.csv")).containsText("No row can be recorded, 5 to decide.");
            assertThat(page.locator("tr.asked")).hasCount(5);
            assertThat(page.locator("tr.asked").first()).containsText("Already recorded as entry 6.");
            DeskAccessibilityTest.check(page, "a report with questions", "en");
            page.click("#commit button.btn--ink");
            assertThat(page.locator("[data-phase=DONE]")).containsText("No row recorded, 5 left out.");
            assertThat(newsroom.archive(talks).trail()).hasSize(10);

            // A row that the editor confirms is recorded again, such as a second strike with the same text.
            assertThat(tried(page, "five-rows.csv")).containsText("5 to decide");
            page.check("[name=row][value='3']");
            page.click("#commit button.btn--ink");
            assertThat(page.locator("[data-phase=DONE]")).containsText("One row recorded, 4 left out.");
            assertThat(newsroom.archive(talks).trail()).hasSize(11);
        }
    }

    @Test
    void rowRecordedByHandIsReportedAndLeftOut() {
        log("\"command\":\"DeclareCeasefire\",\"matter\":\"dup-truce\",\"title\":\"Truce\",\"occurred\":\"2026-09-01\","
                + "\"by\":\"RUS\"" + EVIDENCE);
        log("\"command\":\"AllegeViolation\",\"matter\":\"dup-truce\",\"occurred\":\"2026-09-02\",\"by\":\"UKR\","
                + "\"against\":\"RUS\",\"summary\":\"Strike on a bridge\"" + EVIDENCE);
        try (Window window = chief(Looks.USUAL)) {
            Page page = window.page();
            assertThat(tried(page, "five-rows.csv")).containsText("3 rows can be recorded, 1 to decide, 1 refused.");
            assertThat(page.locator("tr.asked")).containsText("Something similar is already recorded as entry 7.");
            assertThat(page.locator("tr.refused")).containsText("entry 6");
            page.click("#commit button.btn--ink");
            assertThat(page.locator("[data-phase=DONE]")).containsText("3 rows recorded, 1 left out, 1 refused.");
        }
    }

    @Test
    void pastedTextCanBeEdited() {
        String table = """
                command,matter,occurred,by,of,substance,publisher,source title,reson
                MakeDemand,tolls,2026-09-01,United States,Russia,Lower tolls,AFP,Report,x
                """;
        try (Window window = chief(Looks.USUAL)) {
            Page page = window.to("/n/" + talks + "/bulk");
            page.fill("#text", table);
            page.click("main button.btn--ink");
            assertThat(page.locator(".errors"))
                    .containsText("Column I is called “reson”, but no command has such a field. Do you mean “reason”?");
            assertThat(page.locator("#text")).hasValue(table);
            DeskAccessibilityTest.check(page, "a refused file", "en");

            String better = table.replace(",reson", "").replace(",x\n", "\n") + "Foo,tolls\n";
            page.fill("#text", better);
            page.click("main button.btn--ink");
            assertThat(page.locator("[data-phase=TRIED]")).containsText("refused");
            page.click("text=Change the file");
            assertThat(page.locator("#text")).hasValue(better);
        }
    }

    @Test
    void oversizedInputIsReported(@TempDir Path folder) throws Exception {
        // The browser reads the file itself; its content would pass through three processes as text.
        Path file = Files.writeString(folder.resolve("large.csv"), "x".repeat(ImportReader.BYTES_MAX + 1));
        try (Window window = chief(Looks.USUAL);
                Window plain = chief(Looks.USUAL.withoutScript())) {
            Page page = window.to("/n/" + talks + "/bulk");
            page.setInputFiles("#file", file);
            assertThat(page.locator("#file-too-large")).containsText("a file may have 16 MB");
            assertThat(page.locator("#file")).hasValue("");

            Page withoutScript = plain.to("/n/" + talks + "/bulk");
            withoutScript.setInputFiles("#file", file);
            withoutScript.click("main button.btn--ink");
            assertThat(withoutScript.locator(".errors")).containsText("a file may have 16 MB");
            // Pasted text has a separate limit, which the server enforces.
            withoutScript
                    .locator("#text")
                    .evaluate("(field, length) => field.value = 'x'.repeat(length)", 8 * 1024 * 1024 + 1);
            withoutScript.click("main button.btn--ink");
            assertThat(withoutScript.locator(".errors")).containsText("pasted text 8 MB");
            assertThat(withoutScript.locator("h1")).hasText("Import");
        }
    }
}
