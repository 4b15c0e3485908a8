package org.parley.table.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.table.message.ImportMessage;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads cells with what parties hand over in an exchange: {@code RUS: 390 prisoners of war; UKR: at least 300 prisoners
 * of war}. The number and the words {@code at least} may be missing. Semicolons or line breaks separate the entries.
 */
final class HandoverCells {
    private static final Pattern ENTRY = Pattern.compile("(?s)([^:]+):(.+)");
    private static final Pattern THINGS = Pattern.compile(
            "(?is)(?<open>at least |al menos |≥ ?)?(?:(?<number>\\d[\\d.,'’\\u00A0\\u2009\\u202F]*(?: \\d{3}\\b)*)\\s+)?(?<what>\\S.*)");

    private final PartyCells parties;

    HandoverCells(PartyCells parties) {
        this.parties = parties;
    }

    CellValue read(String cell) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        List<String> shown = new ArrayList<>();
        List<String> entries = Stream.of(cell.split("[;\\r\\n]"))
                .map(CellText::trimmed)
                .filter(text -> !text.isEmpty())
                .toList();
        for (String entry : entries) {
            ObjectNode handover = list.addObject();
            CellValue.Unclear fault = read(entry, handover);
            if (fault != null) {
                return fault;
            }
            shown.add(written(handover));
        }
        if (list.isEmpty()) {
            return unreadable(cell);
        }
        String as = String.join("; ", shown);
        return as.equals(cell) ? new CellValue.Literal(list) : new CellValue.Interpreted(list, as);
    }

    private CellValue.@Nullable Unclear read(String entry, ObjectNode handover) {
        Matcher parts = ENTRY.matcher(entry);
        Matcher things = THINGS.matcher(parts.matches() ? CellText.trimmed(parts.group(2)) : "");
        if (!things.matches()) {
            return unreadable(entry);
        }
        switch (parties.party(CellText.trimmed(parts.group(1)))) {
            case CellValue.Unclear unknown -> {
                return unknown;
            }
            case CellValue.Literal party -> handover.set("party", party.json());
            case CellValue.Interpreted party -> handover.set("party", party.json());
        }
        handover.put("what", CellText.trimmed(things.group("what")));
        if (things.group("number") != null) {
            switch (NumberCell.read(things.group("number"))) {
                case CellValue.Unclear ambiguous -> {
                    return ambiguous;
                }
                case CellValue.Literal number -> handover.set("quantity", number.json());
                case CellValue.Interpreted number -> handover.set("quantity", number.json());
            }
        }
        if (things.group("open") != null) {
            handover.put("atLeast", true);
        }
        return null;
    }

    private static String written(ObjectNode handover) {
        return handover.path("party").asString() + ": " + (handover.has("atLeast") ? "at least " : "")
                + (handover.has("quantity")
                        ? handover.path("quantity").decimalValue().toPlainString() + " "
                        : "")
                + handover.path("what").asString();
    }

    private static CellValue.Unclear unreadable(String text) {
        return new CellValue.Unclear(ImportMessage.of("handover.form", ImportMessage.quoted(text)));
    }
}
