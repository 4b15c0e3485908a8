package org.parley.desk.bulk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.access.SignedIn;
import org.parley.desk.api.Problem;
import org.parley.desk.api.Refused;
import org.parley.desk.bulk.Table.Row;
import org.parley.desk.page.Words;
import org.parley.desk.session.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Many developments at once: pasted or from a file, tried, then committed. */
@Controller
class BulkController {
    private static final int NOT_FOUND = 404;

    private final Imports imports;
    private final Words words;

    BulkController(Imports imports, Words words) {
        this.imports = imports;
        this.words = words;
    }

    @GetMapping("/n/{n}/bulk")
    String form(HttpServletRequest request, Model model) {
        Typed.take(request).getOrDefault("text", List.of()).stream()
                .findFirst()
                .ifPresent(text -> model.addAttribute("text", text));
        return "desk/bulk";
    }

    @PostMapping("/n/{n}/bulk")
    String begin(
            @PathVariable String n,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model)
            throws IOException {
        String content = file == null || file.isEmpty() ? text : new String(file.getBytes(), StandardCharsets.UTF_8);
        List<Row> rows;
        try {
            rows = Table.read(content, n);
            if (rows.size() > Table.ROWS_MAX) {
                return again(text, words.of("bulk.tooMany", rows.size(), Table.ROWS_MAX), model);
            }
        } catch (RuntimeException e) {
            return again(text, words.of("bulk.unreadable", String.valueOf(e.getMessage())), model);
        }
        if (rows.isEmpty()) {
            return again(text, words.of("bulk.empty"), model);
        }
        Import begun = imports.begin(n, SignedIn.current().name(), rows, content.length());
        return "redirect:/n/" + n + "/bulk/" + begun.id();
    }

    private static String again(String text, String refusal, Model model) {
        model.addAttribute("text", text);
        model.addAttribute("refusal", refusal);
        return "desk/bulk";
    }

    @GetMapping("/n/{n}/bulk/{id}")
    String report(@PathVariable String n, @PathVariable String id, Model model) {
        model.addAttribute("file", find(n, id));
        return "desk/bulk-report";
    }

    @PostMapping("/n/{n}/bulk/{id}")
    String goOn(@PathVariable String n, @PathVariable String id) {
        imports.goOn(find(n, id));
        return "redirect:/n/" + n + "/bulk/" + id;
    }

    private Import find(String negotiation, String id) {
        return imports.find(id, SignedIn.current().name())
                .filter(file -> file.negotiation().equals(negotiation))
                .orElseThrow(() -> new Refused(Problem.of(NOT_FOUND, words.of("bulk.gone"))));
    }
}
