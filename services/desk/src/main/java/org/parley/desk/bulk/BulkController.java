package org.parley.desk.bulk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.desk.client.ServiceProblem;
import org.parley.desk.client.ServiceRefusedException;
import org.parley.desk.client.ServiceUnavailableException;
import org.parley.desk.page.PageMessages;
import org.parley.desk.session.SavedInput;
import org.parley.table.ImportFile;
import org.parley.table.ImportReader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Imports many developments from pasted text or a file: a dry run first, then the commit. */
@Controller
class BulkController {
    private static final int NOT_FOUND = 404;

    private final FileImports imports;
    private final ImportFileReader reading;
    private final PageMessages words;

    BulkController(FileImports imports, ImportFileReader reading, PageMessages words) {
        this.imports = imports;
        this.reading = reading;
        this.words = words;
    }

    /**
     * The form.
     *
     * @param from the id of an import whose text is to be edited; empty for none
     */
    @GetMapping("/n/{n}/bulk")
    String form(
            @PathVariable String n,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(required = false) @Nullable String tooLarge,
            HttpServletRequest request,
            Model model) {
        String text = imports.find(from, ParleyPrincipal.current().name())
                .filter(file -> file.negotiation().equals(n))
                .map(FileImport::text)
                .orElse("");
        if (tooLarge != null) {
            model.addAttribute("refusals", List.of(words.of("bulk.tooLarge")));
        }
        return form(
                SavedInput.take(request).getOrDefault("text", List.of()).stream()
                        .findFirst()
                        .orElse(text),
                "",
                model);
    }

    @PostMapping("/n/{n}/bulk")
    String begin(
            @PathVariable String n,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String encoding,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model)
            throws IOException {
        byte[] bytes = file == null || file.isEmpty() ? null : file.getBytes();
        ImportFile read;
        try {
            if (bytes != null && !text.isBlank()) {
                return formWithRefusals(text, encoding, List.of(words.of("bulk.both")), model);
            }
            read = bytes == null ? reading.text(n, text) : reading.file(n, bytes, charsetOf(encoding));
        } catch (ServiceUnavailableException e) {
            return formWithRefusals(text, encoding, List.of(words.of("problem.unreachable")), model);
        }
        if (!read.refusals().isEmpty()) {
            return formWithRefusals(
                    text, encoding, read.refusals().stream().map(words::of).toList(), model);
        }
        FileImport created = imports.begin(n, ParleyPrincipal.current().name(), read, bytes == null ? text : "");
        return "redirect:/n/" + n + "/bulk/" + created.id();
    }

    private static @Nullable Charset charsetOf(String encoding) {
        return ImportFileReader.ENCODINGS.contains(encoding) ? Charset.forName(encoding) : null;
    }

    private static String formWithRefusals(String text, String encoding, List<String> refusals, Model model) {
        model.addAttribute("refusals", refusals);
        return form(text, encoding, model);
    }

    private static String form(String text, String encoding, Model model) {
        model.addAttribute("text", text);
        model.addAttribute("encoding", encoding);
        model.addAttribute("encodings", ImportFileReader.ENCODINGS);
        model.addAttribute("bytesMax", ImportReader.BYTES_MAX);
        return "desk/bulk";
    }

    @GetMapping("/n/{n}/bulk/{id}")
    String report(@PathVariable String n, @PathVariable String id, Model model) {
        model.addAttribute("file", find(n, id));
        return "desk/bulk-report";
    }

    /**
     * Starts or resumes the commit of an import, or restarts its dry run.
     *
     * @param row the lines to record although they repeat or resemble recorded entries
     * @param all whether to record all such lines
     */
    @PostMapping("/n/{n}/bulk/{id}")
    String resume(
            @PathVariable String n,
            @PathVariable String id,
            @RequestParam(defaultValue = "") Set<Long> row,
            @RequestParam(defaultValue = "false") boolean all) {
        imports.resume(find(n, id), all ? null : row);
        return "redirect:/n/" + n + "/bulk/" + id;
    }

    private FileImport find(String negotiation, String id) {
        return imports.find(id, ParleyPrincipal.current().name())
                .filter(file -> file.negotiation().equals(negotiation))
                .orElseThrow(() -> new ServiceRefusedException(ServiceProblem.of(NOT_FOUND, words.of("bulk.gone"))));
    }
}
