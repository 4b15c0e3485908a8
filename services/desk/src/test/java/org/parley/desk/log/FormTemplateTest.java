package org.parley.desk.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.client.NegotiationView.Matter;
import org.parley.desk.client.NegotiationView.Party;
import org.parley.desk.form.CommandFields;
import org.parley.desk.form.CommandForm;
import org.parley.desk.form.DateInput;
import org.parley.desk.form.FormValues;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.TestPageMessages;
import org.parley.desk.proposal.KnownPersons.KnownPerson;
import org.parley.desk.proposal.Proposal;
import org.parley.desk.proposal.Proposer;
import org.parley.desk.written.WrittenDateReader;
import org.parley.desk.written.ZoneChoice;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** The page of the box, rendered with a proposal, without a server. */
class FormTemplateTest {
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 3, 5, 12, 0, 0, 0, ZoneOffset.UTC);
    private static final Matter TRUCE =
            new Matter("ceasefire", "truce", "The truce", "PROPOSED", "2026-03-01", false, false, false, Map.of());
    private static final List<Party> PARTIES = List.of(new Party("BBB", "Beland", "STATE", null, null, null, false));
    private static final NegotiationView STATE = new NegotiationView(
            "talks", "Talks", "OPEN", null, null, 4, null, null, PARTIES, List.of(TRUCE), List.of(), List.of(), null);
    private static final List<KnownPerson> PERSONS = List.of(new KnownPerson("Bela Beland", "BBB"));

    @Test
    void boxProposesTheFormOfARejection() {
        FormValues values = new FormValues(Map.of("what", List.of("Bela Beland rejects the truce, no guarantees")));
        Proposal proposal = new Proposer(STATE, PERSONS).propose(values.get("what"), NOW);
        FormValues filled = BoxInput.start(proposal, STATE, values);
        filled.put("developmentId", "01990000-0000-7000-8000-000000000001");
        DateInput.write(filled, "occurred", "2026-03-05");
        CommandForm form = new CommandForm(
                filled.get("command"),
                filled.get("command"),
                "ceasefire",
                TRUCE,
                null,
                CommandFields.of(filled.get("command")),
                filled,
                PARTIES,
                List.of(TRUCE),
                PERSONS,
                true,
                null);
        new ProposedInput(proposal, form, "").fill();
        String page = rendered("desk/form", model(form, LogBox.of(proposal, form, STATE)));
        assertThat(page)
                .contains("<mark>Bela Beland</mark>", "value=\"The truce\"", "value=\"Beland (BBB)\"")
                .containsPattern("value=\"RejectCeasefire\"[^>]*checked")
                .contains("No guarantees.", "<b>2026-03-05</b>")
                .doesNotContain("??");
    }

    private static Map<String, Object> model(CommandForm form, LogBox box) {
        return Map.ofEntries(
                Map.entry("form", form),
                Map.entry("box", box),
                Map.entry("words", TestPageMessages.english()),
                Map.entry("here", PageLinks.of("talks")),
                Map.entry("path", "/n/talks/log"),
                Map.entry("zones", ZoneChoice.of(ZoneOffset.UTC, Instant.EPOCH)),
                Map.entry("dates", Map.of("occurred", new WrittenDateReader(NOW).read("2026-03-05"))),
                Map.entry("addresses", Map.of()),
                Map.entry("allFaults", Map.of()),
                Map.entry("missing", Map.of("evidence", List.of("is required"))),
                Map.entry("missingMessage", "Not complete"));
    }

    private static String rendered(String template, Map<String, Object> model) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("desk.messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(messages);
        MockServletContext servlet = new MockServletContext();
        WebContext context = new WebContext(
                JakartaServletWebApplication.buildApplication(servlet)
                        .buildExchange(new MockHttpServletRequest(servlet), new MockHttpServletResponse()),
                Locale.ENGLISH,
                model);
        return engine.process(template, Set.of("#content"), context);
    }
}
