package org.parley.desk.form;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.parley.contract.schema.JsonSchemas;
import org.parley.desk.form.FormField.Input;
import org.parley.domain.agreement.AgreementCommand;
import org.parley.domain.agreement.AgreementCommand.RejectDraft;
import org.parley.domain.agreement.AgreementCommand.UndertakeCommitment;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.editorial.EditorialCommand.ResolveDispute;
import org.parley.domain.editorial.Replacement;
import org.parley.domain.evidence.Grade;
import org.parley.domain.evidence.Source;
import org.parley.domain.exchange.Handover;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.FieldName;
import org.parley.domain.matter.ShortName;
import org.parley.domain.negotiation.NegotiationCommand.AdmitParty;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.time.Edtf;
import tools.jackson.databind.JsonNode;

/** The fields of each command's form, derived from the command's type and its JSON schema. */
public final class CommandFields {
    /** A field with a longer maximum length gets several lines. */
    private static final int LINE_MAX = 300;

    /** Fields that the form shows separately. */
    private static final Set<String> ELSEWHERE_ON_FORM = Set.of("target", "replacement", "title");

    private CommandFields() {}

    /** The command's own fields in order; the form shows the fields that all commands share separately. */
    public static List<FormField> of(String command) {
        Class<? extends Command> type = type(command);
        JsonNode schema = JsonSchemas.command(command);
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        List<FormField> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = FieldName.of(component);
            if (!ELSEWHERE_ON_FORM.contains(name) && component.getType() != Replacement.class) {
                int max = schema.at("/properties/" + name + "/maxLength").asInt(LINE_MAX);
                fields.add(new FormField(
                        name, input(type, component, max), required.contains(name), options(component.getType())));
            }
        }
        return fields;
    }

    /** Whether the title is a field of the command itself, rather than one that any command may give a new matter. */
    static boolean hasTitle(String command) {
        return Stream.of(type(command).getRecordComponents())
                .anyMatch(component -> FieldName.of(component).equals("title"));
    }

    private static Input input(Class<?> command, RecordComponent component, int max) {
        Type type = component.getType();
        if (type == Actors.class) {
            return Input.ACTORS;
        } else if (type == Edtf.class) {
            return Input.DATE;
        } else if (type == PartyCode.class) {
            return command == AdmitParty.class && component.getName().equals("party") ? Input.CODE : Input.PARTY;
        } else if (type == ShortName.class) {
            return isReference(command, component.getName()) ? Input.REFERENCE : Input.SLUG;
        } else if (type == List.class) {
            return component.getGenericType() instanceof ParameterizedType list
                            && list.getActualTypeArguments()[0] == Handover.class
                    ? Input.HANDOVERS
                    : Input.MATTERS;
        } else if (type == BigDecimal.class) {
            return Input.NUMBER;
        } else if (type == Boolean.class || type == boolean.class) {
            return Input.FLAG;
        } else if (type == Source.class) {
            return Input.SOURCE;
        } else if (type == Grade.class) {
            return Input.GRADE;
        } else if (command == ResolveDispute.class && type == UUID.class) {
            return Input.DISPUTE;
        } else if (component.getType().isEnum()) {
            return Input.CHOICE;
        } else if (type == String.class) {
            if (command == RejectDraft.class && component.getName().equals("version")) {
                return Input.REFERENCE;
            }
            return max > LINE_MAX ? Input.TEXT : Input.LINE;
        }
        throw new IllegalStateException("no input for " + component);
    }

    /** Whether a short name is that of something that exists already, rather than a new name. */
    private static boolean isReference(Class<?> command, String field) {
        return switch (field) {
            case "commitment" -> command != UndertakeCommitment.class;
            case "partOf" -> AgreementCommand.class.isAssignableFrom(command);
            case "vote" -> true;
            default -> false;
        };
    }

    private static List<String> options(Class<?> type) {
        return type.isEnum()
                ? Stream.of(type.getEnumConstants())
                        .map(value -> ((Enum<?>) value).name())
                        .toList()
                : List.of();
    }

    /**
     * The type of a command.
     *
     * @throws NullPointerException when there is no such command
     */
    static Class<? extends Command> type(String command) {
        return Objects.requireNonNull(DomainCatalogue.commands().get(command), command);
    }
}
