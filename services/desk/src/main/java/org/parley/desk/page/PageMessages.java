package org.parley.desk.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.time.Edtf;
import org.parley.domain.time.InvalidDateException;
import org.parley.table.message.ImportMessage;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** The messages and date formats of the user's language. All times are shown in UTC and labelled as such. */
public final class PageMessages {
    private final MessageSource messages;

    PageMessages(MessageSource messages) {
        this.messages = messages;
    }

    /** A message of the bundle. */
    public String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    /** A message of the bundle, or a default text if the bundle does not have it. */
    public String orElse(String key, String otherwise) {
        String found = messages.getMessage(key, null, null, locale());
        return found == null ? otherwise : found;
    }

    /** The text of a message about an imported file. */
    public String of(ImportMessage message) {
        return message.text(locale());
    }

    /** A message of the bundle in each language that has it. */
    public Stream<String> inAllLanguages(String key) {
        return PageConfiguration.LANGUAGES.stream()
                .map(language -> messages.getMessage(key, null, null, language))
                .flatMap(Stream::ofNullable);
    }

    /**
     * The label of an enum constant of the domain: {@code IN_FORCE} as “in force”; the name itself if there is none.
     */
    public String term(@Nullable Object name) {
        return name == null ? "" : orElse("term." + name, name.toString());
    }

    /** An EDTF date in words: “about 13 August 2025”; a text that is no EDTF date is returned unchanged. */
    public String date(@Nullable String edtf) {
        if (edtf == null) {
            return of("date.none");
        }
        try {
            Edtf.parse(edtf);
        } catch (InvalidDateException e) {
            return edtf;
        }
        int slash = edtf.indexOf('/');
        if (slash >= 0) {
            return of("date.between", formatted(edtf.substring(0, slash)), formatted(edtf.substring(slash + 1)));
        }
        if (edtf.endsWith("~")) {
            return of("date.about", formatted(edtf.substring(0, edtf.length() - 1)));
        }
        if (edtf.endsWith("?")) {
            return of("date.perhaps", formatted(edtf.substring(0, edtf.length() - 1)));
        }
        return formatted(edtf);
    }

    /** A point in time as given in an address: a date or an instant; null is now. */
    public String moment(@Nullable String given) {
        if (given == null) {
            return of("date.now");
        }
        try {
            return instant(Instant.parse(given));
        } catch (DateTimeException e) {
            return date(given); // a date, or text that the archive refuses
        }
    }

    /** An instant to the minute, in UTC. */
    public String instant(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).format(formatter("date.instant"));
    }

    /** An instant to the second, in UTC. */
    public String exactly(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).format(formatter("date.exact"));
    }

    /** A day. */
    public String day(LocalDate day) {
        return day.format(formatter("date.day"));
    }

    /** A day without its year, for an axis. */
    public String shortDay(LocalDate day) {
        return day.format(formatter("date.short"));
    }

    /** A month with its year, for an axis. */
    public String month(LocalDate day) {
        return day.format(formatter("date.shortMonth"));
    }

    private String formatted(String date) {
        return switch (date.length()) {
            case 4 -> Year.parse(date).toString();
            case 7 -> YearMonth.parse(date).format(formatter("date.month"));
            case 10 -> day(LocalDate.parse(date));
            default -> OffsetDateTime.parse(date).format(formatter("date.zoned"));
        };
    }

    private DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(of(pattern), locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
