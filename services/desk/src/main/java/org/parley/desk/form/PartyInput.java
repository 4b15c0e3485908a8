package org.parley.desk.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.parley.desk.client.NegotiationView.Party;
import org.parley.desk.form.FormField.Input;
import org.parley.desk.proposal.KnownPersons.KnownPerson;
import org.parley.table.cell.NameIndex;

/** Parties as an editor writes or chooses them: by code, by name, or as the name with the code. */
final class PartyInput {
    private static final Pattern ROW = Pattern.compile(".+\\.\\d+\\.party");

    private PartyInput() {}

    /** Replaces the written parties of a form by their codes, and adds the party of a known person who stands alone. */
    static void resolve(CommandForm form) {
        FormValues values = form.values();
        values.replaceAll(name -> isParty(name, form.fields()), text -> code(text.strip(), form.parties()));
        for (String person : values.all().keySet().stream()
                .filter(name -> name.endsWith(".person") && values.has(name))
                .toList()) {
            String party = person.substring(0, person.length() - "person".length()) + "party";
            if (!values.has(party)) {
                form.persons().stream()
                        .filter(known -> NameIndex.key(known.person()).equals(NameIndex.key(values.get(person))))
                        .map(KnownPerson::party)
                        .findFirst()
                        .ifPresent(code -> values.put(party, code));
            }
        }
    }

    private static boolean isParty(String name, List<FormField> fields) {
        return fields.stream()
                .anyMatch(field -> field.input() == Input.PARTY
                        ? name.equals(field.name())
                        : name.startsWith(field.name() + ".")
                                && ROW.matcher(name).matches());
    }

    /** The code of a written party; the text itself if it names none, or several. */
    private static String code(String written, List<Party> parties) {
        String key = NameIndex.key(written);
        if (key.isEmpty()) {
            return written;
        }
        for (Party party : parties) {
            if (party.party().equalsIgnoreCase(written) || party.displayName().equalsIgnoreCase(written)) {
                return party.party();
            }
        }
        List<Party> named = parties.stream()
                .filter(party -> NameIndex.key(party.name()).equals(key))
                .toList();
        return named.size() == 1 ? named.getFirst().party() : written;
    }

    static String text(String written, List<Party> parties) {
        return parties.stream()
                .filter(party -> party.party().equals(written))
                .map(Party::displayName)
                .findFirst()
                .orElse(written);
    }

    static Map<String, String> unknown(FormValues values, List<FormField> fields, List<Party> parties) {
        Map<String, String> unknown = new LinkedHashMap<>();
        values.all().keySet().stream()
                .filter(name -> isParty(name, fields) && values.has(name))
                .filter(name ->
                        parties.stream().noneMatch(party -> party.party().equals(values.get(name))))
                .forEach(name -> unknown.put(name, values.get(name)));
        return unknown;
    }
}
