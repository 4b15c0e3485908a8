package org.parley.contract.command;

import java.math.BigDecimal;
import java.util.List;
import org.parley.domain.decision.Refusal.Fault;
import org.parley.domain.wording.QuantityText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NumericNode;

/** Checks, for every field, that each store, log and reader can keep the value without loss. */
final class StorableValueCheck {
    private static final int FRACTION_DIGITS_MAX = 9;
    private static final int REPLACEMENT_CHARACTER = 0xFFFD;

    private StorableValueCheck() {}

    /** Rejects control characters and lone surrogates, which cannot be stored or hashed, and too long numbers. */
    static void check(JsonNode json, String at, List<Fault> faults) {
        if (json.isString() && json.asString().codePoints().anyMatch(StorableValueCheck::isUnstorable)) {
            faults.add(Fault.of(
                    at,
                    "holds a control character or an incomplete character, which cannot be stored",
                    "contiene un carácter de control o incompleto, que no se puede guardar"));
        } else if (json instanceof NumericNode number && !fits(number)) {
            faults.add(Fault.of(
                    at,
                    "has too many digits: a number has at most " + QuantityText.DIGITS_MAX + ", and at most "
                            + FRACTION_DIGITS_MAX + " of them after the point",
                    "tiene demasiadas cifras: un número tiene como máximo " + QuantityText.DIGITS_MAX
                            + ", y como máximo " + FRACTION_DIGITS_MAX + " de ellas son decimales"));
        }
        json.propertyStream()
                .forEach(field -> check(field.getValue(), JsonPointers.append(at, field.getKey()), faults));
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            check(json.get(i), at + "/" + i, faults);
        }
    }

    /** Rejects texts of only whitespace and invisible characters. */
    static void checkBlank(JsonNode json, String at, List<Fault> faults) {
        if (json.isString() && json.asString().codePoints().allMatch(StorableValueCheck::isInvisible)) {
            faults.add(new Fault(at, FaultMessages.BLANK));
        }
        json.propertyStream()
                .forEach(field -> checkBlank(field.getValue(), JsonPointers.append(at, field.getKey()), faults));
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            checkBlank(json.get(i), at + "/" + i, faults);
        }
    }

    /** The text with U+FFFD in place of every character that cannot be stored. */
    static String replaceUnstorable(String text) {
        return text.codePoints()
                .map(character -> isUnstorable(character) ? REPLACEMENT_CHARACTER : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean fits(NumericNode node) {
        if (node.isNaN()) {
            return false;
        }
        BigDecimal number = node.decimalValue().stripTrailingZeros();
        return number.precision() <= QuantityText.DIGITS_MAX
                && number.scale() <= FRACTION_DIGITS_MAX
                && number.scale() >= -QuantityText.DIGITS_MAX;
    }

    private static boolean isInvisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }

    private static boolean isUnstorable(int character) {
        boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        boolean control =
                Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
        return surrogate || control;
    }
}
