package org.parley.desk.design;

import java.util.Arrays;
import java.util.List;
import org.parley.desk.client.ServiceProblem;
import org.parley.desk.client.ServiceRefusedException;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.PageMessages;
import org.parley.desk.page.StatusScale;
import org.parley.desk.page.StatusTally;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The living page of the design: all tokens and components, for those who work on the desk. */
@Controller
class DesignPageController {
    private final DesignProperties properties;
    private final PageMessages words;

    DesignPageController(DesignProperties properties, PageMessages words) {
        this.properties = properties;
        this.words = words;
    }

    @GetMapping("/design")
    String design(Model model) {
        if (!properties.design()) {
            throw new ServiceRefusedException(
                    ServiceProblem.of(HttpStatus.NOT_FOUND.value(), words.of("problem.nothing")));
        }
        DesignFiles files = DesignFiles.read();
        model.addAttribute("colours", files.colours());
        model.addAttribute("sizes", files.sizes());
        model.addAttribute("others", files.others());
        model.addAttribute("icons", files.icons());
        model.addAttribute("families", families());
        model.addAttribute("conditions", StatusScale.conditions());
        model.addAttribute("entries", SampleEntries.all());
        model.addAttribute("sample", PageLinks.of(SampleEntries.NEGOTIATION));
        model.addAttribute(
                "tally",
                List.of(
                        new StatusTally(StatusScale.AGREED, "31 signed"),
                        new StatusTally(StatusScale.UNSURE, "1 disputed")));
        return "desk/design";
    }

    private static List<Family> families() {
        return Arrays.stream(StatusScale.values())
                .map(StatusScale::family)
                .distinct()
                .map(family -> new Family(family, StatusScale.statusesOf(family)))
                .toList();
    }

    /**
     * A family of statuses, which share a colour.
     *
     * @param statuses the statuses of all kinds of matter in it, such as {@code IN_FORCE}
     */
    record Family(String name, List<String> statuses) {}
}
