package org.parley.desk.written;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.domain.time.Edtf;
import org.parley.domain.time.InvalidDateException;

/**
 * Reads dates as people write them, in English and Spanish, and gives them in EDTF: {@code 15/08/2025}, {@code yesterday
 * at 18:00}, {@code Friday}, {@code mediados de agosto}, {@code del 15 al 18 de agosto}. A day without a year is the last
 * such day, or the next one within a month. A time without a zone is in the reader's zone.
 */
public final class WrittenDateReader {
    private static final int LENGTH_MAX = 80;
    private static final int WORDS_MAX = 9;
    private static final int YEAR_MIN = 1000;
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}/:.~?+'-]+");
    private static final Pattern ABOUT = Pattern.compile(
            "(?:about|around|circa|ca?\\.|approximately|hacia|alrededor del?|cerca del?|sobre|aproximadamente) (?:el )?(.+)");
    private static final Pattern PERHAPS = Pattern.compile(
            "(?:perhaps|possibly|maybe|probably|quizas?|tal vez|posiblemente|probablemente) (?:on |el )?(.+)");
    private static final Pattern TIME = Pattern.compile(
            "(?:(.*?),? )?(?:at |a las? |sobre las )?(\\d{1,2})"
                    + "(?:[:.](\\d{2}))? ?(am|pm|a\\.m\\.|p\\.m\\.|h|horas)?(?: ?(z|utc|gmt|[+-]\\d{2}:?\\d{2}))?(?:,? (?:on )?(.+))?");
    private static final Pattern RANGE = Pattern.compile(
            "(?:(?:between|from|entre|del?|desde el) )?(?:el )?(.+?)(?:(?<=\\d)-(?=\\d)| - | to | and | until | al? | y (?:el )?| hasta el )(.+)");
    private static final Pattern PLAIN = Pattern.compile("\\d{4}(?:-\\d{2}){0,2}");
    private static final Pattern ARTICLE =
            Pattern.compile("(?:on |in |since |the |this |el dia |el |en |desde |este |esta )+(.+)");

    private final LocalDate today;
    private final ZoneId zone;
    private final CalendarWords words;

    /**
     * A reader.
     *
     * @param now the present, in the zone in which times and {@code today} are meant
     */
    public WrittenDateReader(ZonedDateTime now) {
        this.today = now.toLocalDate();
        this.zone = now.getZone();
        this.words = new CalendarWords(today);
    }

    /** The meanings of a whole text. */
    public WrittenDate read(String text) {
        String written = text.strip();
        return new WrittenDate(
                written,
                0,
                written.isEmpty() || written.length() > LENGTH_MAX ? List.of() : meanings(FoldedText.of(written)));
    }

    /** The first date in a sentence, as many words as belong to it; a year, a month or a number alone is none. */
    public Optional<WrittenDate> find(String sentence) {
        String folded = FoldedText.of(sentence);
        List<int[]> spans = new ArrayList<>();
        Matcher word = WORD.matcher(folded);
        while (word.find()) {
            spans.add(new int[] {
                word.start(),
                word.start() + word.group().replaceFirst("[.:?'-]+$", "").length()
            });
        }
        for (int first = 0; first < spans.size(); first++) {
            for (int last = Math.min(spans.size(), first + WORDS_MAX) - 1; last >= first; last--) {
                int start = spans.get(first)[0];
                int end = spans.get(last)[1];
                String part = folded.substring(start, Math.max(start, end));
                if (saysDay(part)) {
                    List<String> meanings = meanings(part);
                    if (!meanings.isEmpty()) {
                        return Optional.of(new WrittenDate(sentence.substring(start, end), start, meanings));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Whether part of a sentence says more than a number, a year or the name of a month, which may mean anything. */
    private static boolean saysDay(String part) {
        return !part.matches("(?:(?:on|in|the|el|en|de) )?(?:[\\d.:'-]+|\\d{1,2}/\\d{1,2}|[a-z]+)")
                || CalendarWords.isDayWord(part);
    }

    private List<String> meanings(String written) {
        String text = written.replaceAll("\\s+", " ").strip();
        if (isEdtf(text.toUpperCase(Locale.ROOT))) {
            return List.of(text.toUpperCase(Locale.ROOT));
        }
        Matcher m = ABOUT.matcher(text);
        if (m.matches()) {
            return qualified(meanings(m.group(1)), "~");
        }
        m = PERHAPS.matcher(text);
        if (m.matches()) {
            return qualified(meanings(m.group(1)), "?");
        }
        if (text.endsWith("?")) {
            return qualified(meanings(text.substring(0, text.length() - 1)), "?");
        }
        List<String> days = words.meanings(text);
        if (!days.isEmpty()) {
            return days;
        }
        m = TIME.matcher(text);
        if (m.matches() && (m.group(3) != null || m.group(4) != null)) {
            List<String> times = times(m);
            if (!times.isEmpty()) {
                return times;
            }
        }
        m = RANGE.matcher(text);
        if (m.matches()) {
            List<String> range = range(m.group(1), m.group(2));
            if (!range.isEmpty()) {
                return range;
            }
        }
        m = ARTICLE.matcher(text);
        return m.matches() ? meanings(m.group(1)) : List.of();
    }

    private static List<String> qualified(List<String> meanings, String mark) {
        return meanings.stream()
                .filter(meaning -> PLAIN.matcher(meaning).matches())
                .map(meaning -> meaning + mark)
                .toList();
    }

    private List<String> times(Matcher m) {
        String before = m.group(1);
        String after = m.group(6);
        if (before != null && !before.isEmpty() && after != null) {
            return List.of();
        }
        String day = before != null && !before.isEmpty() ? before : after;
        List<String> days = day == null ? List.of(today.toString()) : meanings(day);
        Optional<LocalTime> time = time(m);
        if (time.isEmpty()) {
            return List.of();
        }
        String offset = m.group(5);
        return days.stream()
                .filter(one -> one.matches("\\d{4}-\\d{2}-\\d{2}"))
                .map(one -> LocalDate.parse(one).atTime(time.get()).atZone(offset == null ? zone : zoneOf(offset)))
                .map(MINUTES::format)
                .toList();
    }

    private static Optional<LocalTime> time(Matcher m) {
        int hour = Integer.parseInt(m.group(2));
        int minute = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
        String half = m.group(4) == null ? "" : m.group(4).substring(0, 1);
        boolean isHalved = half.equals("a") || half.equals("p");
        if (isHalved && (hour < 1 || hour > 12)) {
            return Optional.empty();
        }
        int hourOfDay = isHalved ? hour % 12 + (half.equals("p") ? 12 : 0) : hour;
        return hourOfDay > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hourOfDay, minute));
    }

    private static ZoneId zoneOf(String offset) {
        if (offset.matches("z|utc|gmt")) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneOffset.of(offset);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    /** An interval; its first day may leave the month to the last: 15 to 18 August. */
    private List<String> range(String from, String to) {
        List<String> last = meanings(to);
        if (last.size() != 1) {
            return List.of();
        }
        List<String> first = from.matches("\\d{1,2}(?:st|nd|rd|th)?")
                        && last.getFirst().matches("\\d{4}-\\d{2}-\\d{2}")
                ? CalendarWords.day(LocalDate.parse(last.getFirst()), Integer.parseInt(from.replaceAll("\\D", "")))
                : meanings(from);
        if (first.size() != 1) {
            return List.of();
        }
        String interval = first.getFirst() + "/" + last.getFirst();
        return isEdtf(interval) ? List.of(interval) : List.of();
    }

    private static boolean isEdtf(String text) {
        if (!text.matches("\\d{4}.*")) {
            return false;
        }
        try {
            return Edtf.parse(text).lastDay().getYear() >= YEAR_MIN;
        } catch (InvalidDateException e) {
            return false;
        }
    }
}
