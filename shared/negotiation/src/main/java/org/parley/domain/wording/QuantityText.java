package org.parley.domain.wording;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.domain.language.Language;

/** Quantities in sentences, and the bound on their digits that keeps them exact as IEEE 754 doubles. */
public final class QuantityText {
    /** The greatest number of significant decimal digits of a quantity. */
    public static final int DIGITS_MAX = 15;

    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final BigDecimal SPANISH_GROUPED_MIN = BigDecimal.valueOf(10_000);

    /** Those who are counted in negotiations. */
    private static final Map<String, String> IRREGULAR =
            Map.of("people", "person", "children", "child", "men", "man", "women", "woman");

    /** At least one word ends like a plural. */
    private static final Pattern PLURAL = Pattern.compile("\\p{L}{2,}(?<![aius])s\\b");

    /** One word with an unambiguous singular: not {@code series}, and neither {@code buses} nor {@code houses}. */
    private static final Pattern ONE_WORD = Pattern.compile("(?!series$|species$)[\\p{L}-]+(?<!ses)");

    /** The plural of a word that ends in a sibilant has one more syllable: {@code boxes}. */
    private static final Pattern SIBILANT = Pattern.compile("(x|ch|sh)es$");

    private QuantityText() {}

    /** The same in a language. */
    public static String format(@Nullable BigDecimal quantity, @Nullable String unit, String thing, Language language) {
        return switch (language) {
            case ENGLISH -> format(quantity, unit, thing);
            case SPANISH ->
                quantity == null
                        ? SentenceNames.withoutFullStop(thing)
                        : unit == null
                                ? counted(quantity, SentenceNames.withoutFullStop(thing), language)
                                : counted(quantity, unit, language) + " (" + SentenceNames.withoutFullStop(thing) + ")";
        };
    }

    /** The same in a language. The language of the things is not known, so only English changes their number. */
    public static String counted(BigDecimal quantity, String things, Language language) {
        return switch (language) {
            case ENGLISH -> counted(quantity, things);
            case SPANISH ->
                number(quantity, language)
                        + (quantity.compareTo(BigDecimal.ONE) == 0
                                        && PLURAL.matcher(things).find()
                                ? " (" + things + ")"
                                : " " + things);
        };
    }

    /**
     * The digits of a quantity, all of them, with the signs of the language: {@code 6,431,376.5}, {@code 6 431 376,5}.
     * Spanish numbers are grouped from five digits on, as the Spanish academies recommend.
     */
    public static String number(BigDecimal quantity, Language language) {
        DecimalFormatSymbols signs = DecimalFormatSymbols.getInstance(Locale.ROOT);
        boolean isGrouped = true;
        if (language == Language.SPANISH) {
            signs.setDecimalSeparator(',');
            signs.setGroupingSeparator(NO_BREAK_SPACE);
            isGrouped = quantity.abs().compareTo(SPANISH_GROUPED_MIN) >= 0;
        }
        DecimalFormat format = new DecimalFormat("#,##0", signs);
        format.setGroupingUsed(isGrouped);
        format.setMaximumFractionDigits(Math.max(0, quantity.scale()));
        return format.format(quantity);
    }

    /** A quantity of a thing in English; only the thing if the quantity is null. */
    public static String format(@Nullable BigDecimal quantity, @Nullable String unit, String thing) {
        String what = SentenceNames.withoutFullStop(thing);
        if (quantity == null) {
            return what;
        }
        return unit == null ? counted(quantity, what) : counted(quantity, unit) + " (" + what + ")";
    }

    /** {@code 20 tanks}, {@code 1 tank}; {@code 1 (tanks of all sorts)} if the singular of the words is ambiguous. */
    public static String counted(BigDecimal quantity, String things) {
        String number = number(quantity, Language.ENGLISH);
        if (quantity.compareTo(BigDecimal.ONE) != 0) {
            return number + " " + things;
        }
        if (IRREGULAR.containsKey(things)) {
            return number + " " + IRREGULAR.get(things);
        }
        if (!PLURAL.matcher(things).find()) {
            return number + " " + things;
        }
        Matcher one = ONE_WORD.matcher(things);
        return number + " " + (one.matches() ? singular(one.group()) : "(" + things + ")");
    }

    private static String singular(String plural) {
        if (plural.endsWith("ies")) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        return plural.substring(0, plural.length() - (SIBILANT.matcher(plural).find() ? 2 : 1));
    }
}
