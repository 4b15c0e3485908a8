package org.parley.desk.written;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web address as it was pasted.
 *
 * @param pasted the address as it was pasted
 * @param clean the address without the parameters that only follow readers about
 * @param tracking the names of those parameters
 */
public record WebAddress(String pasted, String clean, List<String> tracking) {
    private static final Pattern IN_TEXT =
            Pattern.compile("(?:https?://|www\\.)[^\\s<>\"“”]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern TRACKING = Pattern.compile(
            "(?:utm|pk|mtm|hsa|oly|vero|guce|at|__hs)_.*|_hs.*|guccounter|.*clid|ig(?:shid|sh)|mc_[ce]id|_g[al]|ref_(?:src|url)"
                    + "|cmpid|smid|s?cid|s_cid|ocid|ito|wt\\.?_?mc(?:_.*)?|mkt_tok|spm|sfnsn|xtor|ns_(?:campaign|mchannel|source)"
                    + "|taid|traffic_source|ftag|ncid|sh(?:are)?id|si|feature",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PARTS = Pattern.compile(
            "(?:[a-z][a-z0-9+.-]*://)?(?:[^/@?#]*@)?(?:www\\.)?([^/:?#]*)(?::\\d*)?([^?#]*).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGN_AT_END = Pattern.compile("[.,;:!?)\\]}'’»]+$");

    /** A day within a path: 2025/08/18, 2025-08-18, 20250818, or 2025/aug/18. */
    private static final Pattern DATE = Pattern.compile(
            "(?<!\\d)((?:19|20)\\d{2})([/_.-]?)(\\d{2}|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))\\2(\\d{2})(?!\\d)");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Path segments that name no subject. */
    private static final Set<String> NO_TITLE = Set.of("amp", "index", "default", "article", "story", "news");

    private static final int TITLE_WORDS_MIN = 3;

    public WebAddress {
        tracking = List.copyOf(tracking);
    }

    /** An address without its tracking parameters. */
    public static WebAddress of(String pasted) {
        int hash = pasted.indexOf('#');
        String fragment = hash < 0 ? "" : pasted.substring(hash);
        String before = hash < 0 ? pasted : pasted.substring(0, hash);
        int question = before.indexOf('?');
        if (question < 0) {
            return new WebAddress(pasted, pasted, List.of());
        }
        List<String> kept = new ArrayList<>();
        List<String> tracking = new ArrayList<>();
        for (String parameter : before.substring(question + 1).split("&")) {
            String name = parameter.replaceFirst("=.*", "");
            if (TRACKING.matcher(name).matches()) {
                tracking.add(name);
            } else if (!parameter.isEmpty()) {
                kept.add(parameter);
            }
        }
        if (tracking.isEmpty()) {
            return new WebAddress(pasted, pasted, List.of());
        }
        String clean = before.substring(0, question) + (kept.isEmpty() ? "" : "?" + String.join("&", kept)) + fragment;
        return new WebAddress(pasted, clean, tracking);
    }

    /** The first address in a text. */
    public static Optional<WebAddress> find(String text) {
        Matcher found = IN_TEXT.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        String address = SIGN_AT_END.matcher(found.group()).replaceFirst("");
        return Optional.of(of(address));
    }

    /** A text without its addresses. */
    public static String without(String text) {
        return IN_TEXT.matcher(text).replaceAll(" ").strip();
    }

    public boolean isTracked() {
        return !tracking.isEmpty();
    }

    /** The host in small letters without {@code www.}; empty if the address has none. */
    public String host() {
        Matcher parts = PARTS.matcher(clean);
        return parts.matches() ? parts.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** The address for display, shortened in the middle: host, the end of the path. */
    public String shortened(int max) {
        String plain = clean.replaceFirst("(?i)^https?://(?:www\\.)?", "");
        if (plain.length() <= max) {
            return plain;
        }
        int end = max / 2;
        return plain.substring(0, max - end - 1) + "…" + plain.substring(plain.length() - end);
    }

    /** The day in its path, on which it probably was published; empty if there is none. */
    public Optional<LocalDate> published() {
        Matcher parts = PARTS.matcher(clean);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Matcher date = DATE.matcher(parts.group(2));
        while (date.find()) {
            int month = MONTHS.indexOf(date.group(3).toLowerCase(Locale.ROOT)) + 1;
            try {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(date.group(1)),
                        month > 0 ? month : Integer.parseInt(date.group(3)),
                        Integer.parseInt(date.group(4))));
            } catch (DateTimeException e) {
                // a number that is no day
            }
        }
        return Optional.empty();
    }

    /** The words of the path's last segment that reads like a title, as a sentence without a date; empty if none does. */
    public String title() {
        Matcher parts = PARTS.matcher(clean);
        if (!parts.matches()) {
            return "";
        }
        List<String> segments = Arrays.stream(parts.group(2).split("/"))
                .filter(part -> !part.isEmpty())
                .toList();
        for (String segment : segments.reversed()) {
            String words = DATE.matcher(segment.replaceFirst("\\.[a-z]{2,5}$", ""))
                    .replaceAll(" ")
                    .replaceAll("[-_+]+|%20", " ")
                    .replaceAll("\\b(?=\\p{L}*\\d)[\\p{L}\\d]{6,}\\b", "")
                    .replaceAll("\\s+", " ")
                    .strip();
            if (words.split(" ").length >= TITLE_WORDS_MIN
                    && !NO_TITLE.contains(words.toLowerCase(Locale.ROOT))
                    && !words.contains("%")) {
                return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
            }
        }
        return "";
    }
}
