package org.parley.table.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.domain.party.PartyCode;
import org.parley.table.message.ImportMessage;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads cells with parties: {@code RUS (Vladimir Putin); USA}. A party is written as its code or as a name that only
 * one party has. A person follows in parentheses. Semicolons or line breaks separate parties.
 */
public final class PartyCells {
    private static final Pattern CODE = Pattern.compile(PartyCode.PATTERN);

    private final Vocabulary vocabulary;

    PartyCells(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** A party's code, or why there is none; exactly one is not null. */
    private record Code(@Nullable String code, @Nullable ImportMessage fault) {}

    /** A party and the person who speaks for it. */
    private record Named(String party, @Nullable String person) {}

    CellValue actors(String cell) {
        return list(cell, true);
    }

    CellValue parties(String cell) {
        return list(cell, false);
    }

    CellValue party(String cell) {
        Code found = code(cell);
        if (found.code() == null) {
            return unclear(found);
        }
        return found.code().equals(cell) ? CellValue.text(cell) : CellValue.interpreted(found.code());
    }

    /** The code of a party that the row admits, which has no known name yet. */
    public static CellValue newParty(String cell) {
        String upper = cell.toUpperCase(Locale.ROOT);
        if (!CODE.matcher(upper).matches()) {
            return CellValue.unclear("party.code", ImportMessage.quoted(cell));
        }
        return upper.equals(cell) ? CellValue.text(cell) : CellValue.interpreted(upper);
    }

    private CellValue list(String cell, boolean persons) {
        List<String> parts = parts(cell, ";\n\r");
        if (parts == null) {
            return CellValue.unclear("party.brackets", ImportMessage.quoted(cell));
        }
        List<String> byCommas = parts(cell, ",;\n\r");
        if (byCommas != null && byCommas.size() > parts.size() && areAllAdmitted(byCommas) && !isAdmitted(cell)) {
            parts = byCommas;
        }
        ArrayNode list = Json.MAPPER.createArrayNode();
        List<String> shown = new ArrayList<>();
        for (String part : parts) {
            Named named = named(part);
            if (named == null || !persons && named.person() != null) {
                return CellValue.unclear(persons ? "party.brackets" : "party.noPersons", ImportMessage.quoted(part));
            }
            Code found = code(named.party());
            if (found.code() == null) {
                return unclear(found);
            }
            add(list, found.code(), named.person(), persons);
            shown.add(found.code() + (named.person() == null ? "" : " (" + named.person() + ")"));
        }
        if (list.isEmpty()) {
            return CellValue.unclear("party.brackets", ImportMessage.quoted(cell));
        }
        String as = String.join("; ", shown);
        return as.replace(" ", "").equals(cell.replaceAll("\\s+|;\\s*$", ""))
                ? new CellValue.Literal(list)
                : new CellValue.Interpreted(list, as);
    }

    private static void add(ArrayNode list, String code, @Nullable String person, boolean persons) {
        if (!persons) {
            list.add(code);
            return;
        }
        ObjectNode actor = list.addObject().put("party", code);
        if (person != null) {
            actor.put("person", person);
        }
    }

    private boolean areAllAdmitted(List<String> parts) {
        return parts.stream().allMatch(part -> {
            Named named = named(part);
            return named != null && isAdmitted(named.party());
        });
    }

    private boolean isAdmitted(String label) {
        return vocabulary.parties(label).size() == 1;
    }

    /** Splits a cell at separators outside of parentheses; null when the parentheses do not match. */
    private static @Nullable List<String> parts(String cell, String separators) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0) {
                return null;
            } else if (depth == 0 && separators.indexOf(c) >= 0) {
                parts.add(CellText.trimmed(cell.substring(begin, i)));
                begin = i + 1;
            }
        }
        parts.add(CellText.trimmed(cell.substring(begin)));
        parts.removeIf(String::isEmpty);
        return depth == 0 ? parts : null;
    }

    /** The party and its optional person; null when the text has another form. */
    private @Nullable Named named(String part) {
        int bracket = part.indexOf('(');
        if (bracket < 0 || vocabulary.hasBrackets(part)) {
            return new Named(part, null);
        }
        String party = CellText.trimmed(part.substring(0, bracket));
        String person = CellText.trimmed(part.substring(bracket + 1, part.length() - (part.endsWith(")") ? 1 : 0)));
        boolean isOne = part.endsWith(")") && !party.isEmpty() && !person.isEmpty() && closesLast(part, bracket);
        return isOne ? new Named(party, person) : null;
    }

    private static boolean closesLast(String part, int bracket) {
        int depth = 0;
        for (int i = bracket; i < part.length() - 1; i++) {
            depth += part.charAt(i) == '(' ? 1 : part.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return false;
            }
        }
        return true;
    }

    private Code code(String label) {
        String name = CellText.visible(label);
        if (vocabulary.isAdmitted(name)) {
            return new Code(name, null);
        }
        List<String> found = vocabulary.parties(name);
        if (found.size() > 1) {
            String all =
                    String.join(", ", found.stream().map(vocabulary::labelOf).toList());
            return new Code(null, ImportMessage.of("party.twoMeanings", ImportMessage.quoted(name), all));
        } else if (found.size() == 1) {
            return new Code(found.getFirst(), null);
        } else if (CODE.matcher(name).matches()) {
            // The party may be admitted by the time the row is sent; the ledger decides.
            return new Code(name, null);
        }
        return new Code(null, unknown(name));
    }

    private ImportMessage unknown(String name) {
        Optional<String> like = vocabulary.closestParty(name);
        if (like.isPresent()) {
            return ImportMessage.of("party.unknownLike", ImportMessage.quoted(name), like.get());
        }
        String upper = name.toUpperCase(Locale.ROOT);
        return !vocabulary.hasParties() && CODE.matcher(upper).matches()
                ? ImportMessage.of("party.unknownLike", ImportMessage.quoted(name), upper)
                : ImportMessage.of("party.unknown", ImportMessage.quoted(name));
    }

    private static CellValue unclear(Code found) {
        return new CellValue.Unclear(Objects.requireNonNull(found.fault()));
    }
}
