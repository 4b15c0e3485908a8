package org.parley.desk.form;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.desk.client.CommandPreviewView;
import org.parley.desk.client.TrailEntryView.Evidence;
import org.parley.desk.page.DetailFormatter;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.PageMessages;
import org.parley.desk.written.ZoneChoice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a form would record, beside the form.
 *
 * @param forecast the ledger's answer to the dry run
 * @param change the state before and after
 * @param content a name of this content: another one means that the form was changed since
 * @param occurred the date in EDTF; null for none
 * @param evidence the sources and their grade; null for none
 * @param embargo the end of the embargo in EDTF, {@code true} without an end; null for none
 * @param now the present in the editor's zone
 */
public record FormPreview(
        CommandPreviewView forecast,
        StateChange change,
        String content,
        @Nullable String occurred,
        @Nullable Evidence evidence,
        @Nullable String embargo,
        ZonedDateTime now) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    static FormPreview of(
            CommandForm form, ObjectNode command, CommandPreviewView forecast, PageMessages words, Clock clock) {
        DetailFormatter detail = new DetailFormatter(words, form.partyNames(), form.matterTitles());
        JsonNode said = form.isCorrection() ? command.path("replacement") : command;
        JsonNode evidence = said.path("evidence");
        ZoneId zone = DateInput.zone(form.values());
        return new FormPreview(
                forecast,
                StateChange.of(forecast, detail, words),
                content(command),
                said.path("occurred").isString() ? said.path("occurred").asString() : null,
                evidence.isObject() && evidence.path("sources").valueStream().allMatch(FormPreview::isNamed)
                        ? Json.MAPPER.treeToValue(evidence, Evidence.class)
                        : null,
                command.hasNonNull("embargo") ? command.path("embargo").asString() : null,
                clock.instant().atZone(zone));
    }

    private static boolean isNamed(JsonNode source) {
        return source.path("publisher").isString() && source.path("title").isString();
    }

    /** The name of a command's content, whatever its id. */
    static String content(ObjectNode command) {
        ObjectNode content = command.deepCopy();
        content.remove(CommandFormService.ID);
        return UUID.nameUUIDFromBytes(content.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The time at which it would be recorded in the editor's zone: 18:40 Madrid. */
    public String recordedHere() {
        return now.format(CLOCK) + " " + ZoneChoice.city(now.getZone());
    }

    /** The same in UTC. */
    public String recordedInUtc() {
        return now.withZoneSameInstant(ZoneOffset.UTC).format(CLOCK) + " UTC";
    }

    public boolean isInUtc() {
        return now.getOffset().equals(ZoneOffset.UTC);
    }

    public List<CommandPreviewView.Warning> warnings() {
        return forecast.warningsOrEmpty();
    }

    /**
     * The page on which the first source of this form is added to a similar entry instead; null if this form has none.
     */
    public @Nullable String addSource(PageLinks here, CommandPreviewView.Warning warning) {
        Evidence sources = evidence;
        if (sources == null || !forecast.isOfAnother(warning) || !warning.code().equals("SIMILAR")) {
            return null;
        }
        var source = sources.sources().getFirst();
        return here.now(
                "log/AddSource",
                "target",
                warning.developmentId(),
                "source.0.publisher",
                source.publisher(),
                "source.0.title",
                source.title(),
                "source.0.url",
                text(source.url()),
                "source.0.published",
                text(source.published()),
                "source.0.author",
                text(source.author()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
