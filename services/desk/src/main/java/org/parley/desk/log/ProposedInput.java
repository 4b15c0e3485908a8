package org.parley.desk.log;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.desk.form.CommandForm;
import org.parley.desk.form.FormField;
import org.parley.desk.form.FormField.Input;
import org.parley.desk.form.FormValues;
import org.parley.desk.proposal.Proposal;
import org.parley.desk.proposal.ProposedActor;
import org.parley.desk.written.WebAddress;
import org.parley.desk.written.WrittenDate;

/** Fills a form with what a proposal says: who, when, why, and the source. */
final class ProposedInput {
    /** Fields of the parties that did it together. */
    private static final Set<String> TOGETHER =
            Set.of("participants", "between", "parties", "signatories", "consentOf", "adoptedBy");

    /** Fields of the party to which it was done. */
    private static final Set<String> TOWARDS = Set.of("against", "to", "of", "from", "with", "addressedTo", "invited");

    /** Fields of a date that lies ahead. */
    private static final Set<String> AHEAD = Set.of("planned", "deadline", "until", "expected");

    private static final Pattern CLAUSE = Pattern.compile(
            "(?:[,;:] | [-–—] | because | porque | since | ya que )(?:because |porque |since |ya que )?(.{8,})");

    private static final Pattern ATTRIBUTION = Pattern.compile("(?iu)\\b(said|says?|told|tells?|according"
            + " to|reports?|reported|dij(o|eron)|dicen?|según|inform(a|ó)|declar(a|ó))\\b");

    private static final int TITLE_MAX = 120;

    private final Proposal proposal;
    private final CommandForm form;
    private final String publisher;

    ProposedInput(Proposal proposal, CommandForm form, String publisher) {
        this.proposal = proposal;
        this.form = form;
        this.publisher = publisher;
    }

    void fill() {
        fillActors();
        fillDate();
        fillTexts();
        fillSource();
    }

    private void fillActors() {
        List<ProposedActor> actors = proposal.actors();
        if (actors.isEmpty()) {
            return;
        }
        boolean isFirst = true;
        boolean isTowardsFilled = false;
        for (FormField field : form.fields()) {
            if (field.input() != Input.ACTORS && field.input() != Input.PARTY) {
                continue;
            }
            if (TOGETHER.contains(field.name()) && field.required()) {
                for (int i = 0; i < actors.size(); i++) {
                    put(field, i, actors.get(i));
                }
                isFirst = false;
            } else if (isFirst && !TOWARDS.contains(field.name())) {
                put(field, 0, actors.getFirst());
                isFirst = false;
            } else if (TOWARDS.contains(field.name()) && actors.size() > 1 && !isTowardsFilled) {
                put(field, 0, actors.get(1));
                isTowardsFilled = true;
            }
        }
    }

    private void put(FormField field, int row, ProposedActor actor) {
        FormValues values = form.values();
        if (field.input() == Input.PARTY) {
            values.put(field.name(), actor.party());
            return;
        }
        values.put(field.name() + "." + row + ".party", actor.party());
        if (actor.person() != null && form.asksPersons(field.name())) {
            values.put(field.name() + "." + row + ".person", actor.person());
        }
    }

    private void fillDate() {
        WrittenDate date = proposal.date();
        if (date == null) {
            return;
        }
        String edtf = date.edtf();
        String field = "occurred";
        if (edtf != null && edtf.compareTo(form.values().get("occurred.written")) > 0) {
            field = form.fields().stream()
                    .filter(one -> one.input() == Input.DATE && AHEAD.contains(one.name()))
                    .map(FormField::name)
                    .findFirst()
                    .orElse(field);
        }
        form.values().put(field + ".how", "written");
        form.values().put(field + ".written", edtf == null ? date.text() : edtf);
    }

    /** The clause after the first comma or colon is the reason; what the command requires in words is the sentence. */
    private void fillTexts() {
        String sentence = proposal.sentence();
        if (sentence.isEmpty()) {
            return;
        }
        String reason = reason(sentence);
        for (FormField field : form.fields()) {
            boolean isText = field.input() == Input.TEXT || field.input() == Input.LINE;
            if (isText && !form.values().has(field.name())) {
                String text = field.name().equals("reason") ? reason : field.required() ? sentence : "";
                form.values().put(field.name(), asSentence(text));
            }
        }
        if (form.isNew() && !form.values().has("about")) {
            String title = title(sentence);
            form.values().put("about", title);
            form.values().put("title", title);
        }
    }

    /** The clause that may give the reason; who said so is none. */
    static String reason(String sentence) {
        Matcher clause = CLAUSE.matcher(sentence);
        return clause.find() && !ATTRIBUTION.matcher(clause.group(1)).find() ? clause.group(1) : "";
    }

    /** The title of a new matter, as the beginning of the sentence. */
    static String title(String sentence) {
        return sentence.length() > TITLE_MAX ? sentence.substring(0, TITLE_MAX) : sentence;
    }

    private static String asSentence(String text) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            return "";
        }
        String capital = plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
        return capital.matches(".*[.!?…”»\"]") ? capital : capital + ".";
    }

    private void fillSource() {
        WebAddress address = proposal.address();
        if (address != null) {
            form.values().put("source.0.url", address.clean());
            form.values().put("source.0.publisher", publisher);
            form.values().put("source.0.title", address.title());
            address.published().ifPresent(day -> form.values().put("source.0.published", day.toString()));
        }
    }
}
