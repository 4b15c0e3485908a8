package org.parley.archive.feed;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.component.VTodo;
import biweekly.io.text.ICalWriter;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.util.Duration;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.parley.domain.language.BilingualText;
import org.parley.domain.language.Language;
import org.parley.domain.time.Edtf;

/**
 * Writes the dates of a negotiation as iCalendar. A day is an entry of the whole day, an instant one in UTC. A date that
 * is less exact covers everything that it may mean, and its title says so; what has no date is a task without one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545">RFC 5545, iCalendar</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7986">RFC 7986, New Properties for iCalendar</a>
 */
record CalendarFeed(FeedLinks links, Language language) {
    static final String TYPE = "text/calendar";

    private static final int REFRESH_HOURS = 1;

    String of(String title, List<CalendarDate> dates) {
        ICalendar calendar = new ICalendar();
        calendar.setVersion(ICalVersion.V2_0);
        calendar.setProductId("-//Parley//Parley//" + (language == Language.SPANISH ? "ES" : "EN"));
        calendar.setName(title);
        calendar.addExperimentalProperty("X-WR-CALNAME", title);
        calendar.setUrl(links.page());
        calendar.setSource(links.self());
        calendar.setRefreshInterval(Duration.builder().hours(REFRESH_HOURS).build());
        for (CalendarDate each : dates) {
            Edtf date = each.date();
            if (date == null) {
                calendar.addTodo(undated(each));
            } else {
                calendar.addEvent(event(each, date));
            }
        }
        StringWriter text = new StringWriter();
        try (ICalWriter out = new ICalWriter(text, ICalVersion.V2_0)) {
            out.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private VEvent event(CalendarDate each, Edtf date) {
        VEvent event = new VEvent();
        event.setUid(FeedLinks.urn(each.uid()));
        event.setDateTimeStamp(Date.from(each.cause().updated()));
        event.setLastModified(Date.from(each.cause().updated()));
        event.setSequence(sequence(each));
        String exactness = DateWording.isExact(date) ? "" : " (" + DateWording.of(date, language) + ")";
        event.setSummary(summary(each) + exactness);
        event.setDescription(description(each));
        event.setUrl(links.entry(each.cause().id()));
        event.addCategories(each.cause().tags());
        event.setStatus(each.reason() == null ? Status.confirmed() : Status.tentative());
        event.setTransparency(Transparency.transparent());
        if (date.hasTime()) {
            event.setDateStart(Date.from(date.start()), true);
            if (date.end().isAfter(date.start())) {
                event.setDateEnd(Date.from(date.end()), true);
            }
        } else {
            event.setDateStart(midnight(date.firstDay()), false);
            event.setDateEnd(midnight(date.lastDay().plusDays(1)), false);
        }
        return event;
    }

    private VTodo undated(CalendarDate each) {
        VTodo todo = new VTodo();
        todo.setUid(FeedLinks.urn(each.uid()));
        todo.setDateTimeStamp(Date.from(each.cause().updated()));
        todo.setLastModified(Date.from(each.cause().updated()));
        todo.setSequence(sequence(each));
        todo.setSummary(summary(each));
        todo.setDescription(description(each));
        todo.setUrl(links.entry(each.cause().id()));
        todo.addCategories(each.cause().tags());
        todo.setStatus(Status.needsAction());
        return todo;
    }

    /** Grows whenever the date is set anew, as positions do. */
    private static int sequence(CalendarDate each) {
        return (int) Math.min(each.cause().entry().position(), Integer.MAX_VALUE);
    }

    /** The library writes a date without a time as the day in the time zone of this machine. */
    private static Date midnight(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }

    private String description(CalendarDate each) {
        return each.cause().text() + "\n\n" + links.entry(each.cause().id());
    }

    private String summary(CalendarDate each) {
        String commitment = each.commitment() == null ? "" : ", " + each.commitment();
        return label(each).in(language) + ": " + each.title() + commitment;
    }

    private static BilingualText label(CalendarDate each) {
        return switch (each.reason()) {
            case null -> new BilingualText("Meeting", "Reunión");
            case COMMITMENT_DUE -> new BilingualText("Commitment due", "Vence un compromiso");
            case DEADLINE -> new BilingualText("Deadline", "Plazo");
            case MEETING_PLANNED -> new BilingualText("Planned meeting", "Reunión prevista");
            case MEETING_WITHOUT_DATE ->
                new BilingualText("Meeting postponed, no new date", "Reunión aplazada, sin nueva fecha");
            case CEASEFIRE_START -> new BilingualText("Ceasefire begins", "Comienza el alto el fuego");
            case CEASEFIRE_END -> new BilingualText("Ceasefire ends", "Termina el alto el fuego");
            case AGREEMENT_END -> new BilingualText("Agreement ends", "Termina el acuerdo");
            case EXCHANGE_AGREED -> new BilingualText("Exchange agreed", "Canje acordado");
            case VOTE_PLANNED -> new BilingualText("Planned vote", "Votación prevista");
        };
    }
}
