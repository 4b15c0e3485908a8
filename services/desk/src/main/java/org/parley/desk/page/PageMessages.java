package org.parley.desk.page;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.language.Language;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.time.Edtf;
import org.parley.domain.time.InvalidDateException;
import org.parley.table.message.ImportMessage;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** The messages and date formats of the user's language. All times are shown in UTC and labelled as such. */
public final class PageMessages {
    /** The length of a day in ISO format. */
    private static final int DAY_LENGTH = 10;

    /** Zones differ by up to a day, so what is recorded the next day may have been recorded at once. */
    public static final int LATE_FROM_DAYS = 2;

    private static final int GROUPED_FROM = 10_000;

    private static final char NO_BREAK_SPACE = '\u00a0';

    /** More digits than any quantity in a report has. */
    private static final int MAX_FRACTION_DIGITS = 6;

    /** A name of at least two words written as one. */
    private static final Pattern COMMAND = Pattern.compile("\\b\\p{Lu}\\p{Ll}+(?:\\p{Lu}\\p{Ll}+)+\\b");

    private static final Map<String, String> EVENTS = Stream.of(MatterKind.values())
            .flatMap(kind -> DomainCatalogue.type(kind).lifecycle().rows().stream())
            .collect(Collectors.toUnmodifiableMap(row -> row.commandName(), row -> row.eventType()));

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

    /** The label of a matter's state, in the gender of the kind where the language has one. */
    public String status(String kind, @Nullable Object name) {
        return name == null ? "" : orElse("term." + kind + "." + name, term(name));
    }

    /**
     * A text of the ledger with its commands named as pages name them: {@code StatePosition} as “Position stated”.
     * Other words stay as they are.
     */
    public String inWords(@Nullable String text) {
        return text == null
                ? ""
                : COMMAND.matcher(text).replaceAll(found -> Matcher.quoteReplacement(commandInWords(found.group())));
    }

    private String commandInWords(String name) {
        String event = EVENTS.get(name);
        String label = orElse(event == null ? "command." + name : "event." + event, "");
        return label.isEmpty() || !DomainCatalogue.commands().containsKey(name)
                ? name
                : Language.of(locale()).quoted(label);
    }

    /** The label of a field in the form of a command. It may say more than the label of the field on a page. */
    public String label(String command, String field) {
        return orElse("field." + command + "." + field, orElse("field.form." + field, orElse("field." + field, field)));
    }

    /** Since when something is so: “since 13 August 2025”, or only the date where it lies between two. */
    public String since(String edtf) {
        return edtf.indexOf('/') >= 0 ? date(edtf) : of("matter.since", withArticle(edtf, date(edtf)));
    }

    /**
     * How late something was recorded: “23 days late”; null if it was recorded within two days of the end of its date.
     *
     * @param occurred an EDTF date; null if it has none
     */
    public @Nullable String lateness(@Nullable String occurred, Instant recordedAt) {
        if (occurred == null) {
            return null;
        }
        long days = ChronoUnit.DAYS.between(Edtf.parse(occurred).end(), recordedAt);
        return days < LATE_FROM_DAYS ? null : of("entry.late", days);
    }

    /** A grade in words: “usually reliable, probably true”; empty without one. */
    public String grade(@Nullable String grade) {
        return grade == null || grade.length() != 2
                ? ""
                : of("reliability." + grade.charAt(0)) + ", " + of("credibility." + grade.charAt(1));
    }

    /** A number as the language writes it; one of four digits has no separator. */
    public String number(Number number) {
        NumberFormat format = NumberFormat.getInstance(locale());
        format.setGroupingUsed(Math.abs(number.doubleValue()) >= GROUPED_FROM);
        if (format instanceof DecimalFormat decimal && Language.of(locale()) == Language.SPANISH) {
            DecimalFormatSymbols symbols = decimal.getDecimalFormatSymbols();
            symbols.setGroupingSeparator(NO_BREAK_SPACE); // as in the sentences
            decimal.setDecimalFormatSymbols(symbols);
        }
        format.setMaximumFractionDigits(MAX_FRACTION_DIGITS);
        return format.format(number);
    }

    private String withArticle(String edtf, String told) {
        return edtf.length() == DAY_LENGTH ? of("date.theDay", told) : told;
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
            String first = edtf.substring(0, slash);
            String last = edtf.substring(slash + 1);
            return of("date.between", withArticle(first, formatted(first)), withArticle(last, formatted(last)));
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

    /** The hour and minute of an instant, in UTC. */
    public String clock(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).format(formatter("date.clock"));
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

    /** A month without its year, for an axis. */
    public String monthAlone(LocalDate day) {
        return day.format(formatter("date.monthAlone"));
    }

    private String formatted(String date) {
        return switch (date.length()) {
            case 4 -> date; // four digits, also of an early year
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
