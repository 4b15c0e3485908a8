package org.parley.table.cell;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.table.message.ImportMessage;

/**
 * A number as people write it: with a point or a comma before the fraction, with or without groups of three digits.
 * Ambiguous numbers are refused: {@code 1.000} is one in some countries and a thousand in others.
 */
public final class NumberCell {
    private static final int LENGTH_MAX = 40;
    private static final int EXPONENT_MAX = 15;
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern GROUPED =
            Pattern.compile("\\d{1,3}([ \\u00A0\\u2009\\u202F'’])\\d{3}(?:\\1\\d{3})*(?:[.,]\\d+)?");
    private static final Pattern GROUPS_AND_FRACTION =
            Pattern.compile("(\\d{1,3}(?:,\\d{3})+)\\.(\\d+)|(\\d{1,3}(?:\\.\\d{3})+),(\\d+)");
    private static final Pattern GROUPS = Pattern.compile("\\d{1,3}([.,])\\d{3}(?:\\1\\d{3})+");
    private static final Pattern ONE_MARK = Pattern.compile("(\\d*)([.,])(\\d+)");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d+(?:\\.\\d+)?[eE][+-]?\\d{1,3}");
    private static final Pattern RANGE = Pattern.compile("[\\d.,\\s]+(?:[-–—]|\\b(?:to|or|a|o|bis|à)\\b)[\\d.,\\s]+");

    private NumberCell() {}

    /** The number of the text, or why it has none. */
    public static CellValue read(String cell) {
        String text = cell.startsWith("+") ? cell.substring(1) : cell;
        if (text.length() > LENGTH_MAX) {
            return CellValue.unclear("number.none", ImportMessage.quoted(cell));
        } else if (DIGITS.matcher(text).matches()) {
            return number(cell, text);
        } else if (GROUPED.matcher(text).matches()) {
            return CellValue.interpreted(new BigDecimal(
                    text.replaceAll("[ \\u00A0\\u2009\\u202F'’]", "").replace(',', '.')));
        } else if (GROUPS.matcher(text).matches()) {
            return CellValue.interpreted(new BigDecimal(text.replaceAll("[.,]", "")));
        }
        Matcher both = GROUPS_AND_FRACTION.matcher(text);
        if (both.matches()) {
            String groups = both.group(1) == null ? both.group(3) : both.group(1);
            String fraction = both.group(2) == null ? both.group(4) : both.group(2);
            return CellValue.interpreted(new BigDecimal(groups.replaceAll("[.,]", "") + "." + fraction));
        }
        Matcher one = ONE_MARK.matcher(text);
        return one.matches() ? oneMark(cell, text, one) : none(cell, text);
    }

    private static CellValue oneMark(String cell, String text, Matcher mark) {
        String whole = mark.group(1);
        String fraction = mark.group(3);
        boolean mayBeGroups =
                fraction.length() == 3 && !whole.isEmpty() && whole.length() <= 3 && !whole.startsWith("0");
        if (mayBeGroups) {
            BigDecimal small = new BigDecimal(whole + "." + fraction).stripTrailingZeros();
            return CellValue.unclear("number.twoMeanings", cell, small.toPlainString(), whole + fraction);
        }
        return number(cell, (whole.isEmpty() ? "0" : whole) + "." + fraction);
    }

    private static CellValue number(String cell, String plain) {
        BigDecimal number = new BigDecimal(plain);
        return number.toPlainString().equals(cell)
                ? new CellValue.Literal(CellValue.json(number))
                : CellValue.interpreted(number);
    }

    private static CellValue none(String cell, String text) {
        if (SCIENTIFIC.matcher(text).matches()) {
            BigDecimal number = new BigDecimal(text);
            return Math.abs(number.precision() - number.scale()) > EXPONENT_MAX
                    ? CellValue.unclear("number.none", ImportMessage.quoted(cell))
                    : CellValue.unclear("number.shortened", cell, number.toPlainString());
        }
        return CellValue.unclear(
                RANGE.matcher(text).matches() ? "number.range" : "number.none", ImportMessage.quoted(cell));
    }
}
