package org.parley.contract;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.stream.Stream;
import org.parley.domain.evidence.Grade;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.Embargo;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterReference;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.Actor;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.party.PartyCode;
import org.parley.domain.time.Edtf;
import org.parley.domain.wording.QuantityText;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Serializes the domain's types: a type with one text form is a JSON string. */
final class DomainJsonModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    DomainJsonModule() {
        super("parley");
        text(PartyCode.class, PartyCode::text, PartyCode::new);
        text(Edtf.class, Edtf::text, Edtf::parse);
        text(Grade.class, Grade::text, Grade::new);
        text(ShortName.class, ShortName::text, ShortName::new);
        text(MatterReference.class, MatterReference::toString, MatterReference::parse);
        text(MatterAddress.class, MatterAddress::toString, MatterAddress::parse);
        text(MatterKind.class, MatterKind::slug, slug -> MatterKind.ofSlug(slug).orElseThrow());
        serializer(Actors.class, (actors, json, context) -> context.writeValue(json, actors.list()));
        serializer(Parties.class, (parties, json, context) -> context.writeValue(json, parties.codes()));
        serializer(
                Development.class,
                (development, json, context) -> json.writeTree(DevelopmentJson.writeWithType(development)));
        deserializer(
                Actors.class,
                node -> new Actors(elements(node)
                        .map(actor -> Json.MAPPER.treeToValue(actor, Actor.class))
                        .toList()));
        deserializer(
                Parties.class,
                node -> new Parties(
                        elements(node).map(code -> new PartyCode(text(code))).toList()));
        serializer(Embargo.class, (embargo, json, context) -> {
            if (embargo.until() == null) {
                json.writeBoolean(true);
            } else {
                json.writeString(embargo.until().text());
            }
        });
        deserializer(
                Embargo.class,
                node -> node.isBoolean() && node.booleanValue()
                        ? new Embargo(null)
                        : new Embargo(Edtf.parse(text(node))));
        deserializer(BigDecimal.class, node -> plain(node.decimalValue()));
        deserializer(Development.class, DevelopmentJson::readWithType);
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.insertAnnotationIntrospector(new RequiredFieldIntrospector());
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        if (!list.isArray()) {
            throw new IllegalArgumentException("this is not a list");
        }
        return list.valueStream();
    }

    private static String text(JsonNode node) {
        if (!node.isString()) {
            throw new IllegalArgumentException("this is not text");
        }
        return node.asString();
    }

    /** The number in its one form, so that reading restores what was written: 20, not 20.0 or 2E+1. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        if (shortest.scale() < -QuantityText.DIGITS_MAX) {
            throw new IllegalArgumentException("the number is too large");
        }
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private interface Writer<T> {
        void write(T value, JsonGenerator json, SerializationContext context);
    }

    private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
        serializer(type, (value, json, context) -> json.writeString(write.apply(value)));
        deserializer(type, node -> read.apply(text(node)));
    }

    private <T> void serializer(Class<T> type, Writer<T> writer) {
        addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                writer.write(value, json, context);
            }
        });
    }

    private <T> void deserializer(Class<T> type, Function<JsonNode, T> reader) {
        addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                return reader.apply(context.readTree(json));
            }
        });
    }
}
