package org.parley.archive.table;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.domain.analysis.PartyNetwork;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.party.Party;
import org.parley.domain.party.PartyCode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A network of parties as JSON and as GraphML. */
record NetworkDocument(AnalysisView view, List<Node> nodes, PartyNetwork network) {
    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
    private static final String KIND_PREFIX = "kind_";

    /** What XML 1.0 does not allow, even escaped. */
    private static final String FORBIDDEN =
            "[^\\u0009\\u000A\\u000D\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    /**
     * A party.
     *
     * @param party as the negotiation's state describes it; null if no admission of it is effective
     */
    record Node(PartyCode code, @Nullable Party party) {
        String name() {
            return party == null ? code.text() : party.name();
        }

        @Nullable String kind() {
            return party == null ? null : party.kind().name();
        }

        @Nullable String role() {
            return Optional.ofNullable(party).map(Party::role).map(Enum::name).orElse(null);
        }

        @Nullable String partOf() {
            return Optional.ofNullable(party)
                    .map(Party::partOf)
                    .map(PartyCode::text)
                    .orElse(null);
        }

        @Nullable String standing() {
            return party == null ? null : party.standing().name();
        }
    }

    ObjectNode json() {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("negotiation", view.negotiation());
        json.put("asOf", PublishedEvent.time(view.asOf()));
        json.put("knownAt", PublishedEvent.time(view.knownAt()));
        json.put("through", view.known().through());
        ArrayNode parties = json.putArray("parties");
        for (Node node : nodes) {
            ObjectNode party = parties.addObject();
            party.put("party", node.code().text());
            party.put("name", node.name());
            party.put("kind", node.kind());
            party.put("role", node.role());
            party.put("partOf", node.partOf());
            party.put("standing", node.standing());
            party.put("developments", network.developments(node.code()));
        }
        ArrayNode links = json.putArray("links");
        for (PartyNetwork.Link link : network.links()) {
            ObjectNode one = links.addObject();
            one.put("source", link.one().text());
            one.put("target", link.other().text());
            one.put("weight", link.weight());
            one.put("matters", link.matters());
            ObjectNode kinds = one.putObject("kinds");
            link.kinds().forEach((kind, count) -> kinds.put(kind.slug(), count));
        }
        return json;
    }

    /** GraphML in UTF-8; the number of developments by kind of matter is in attributes of their own. */
    byte[] graphMl() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("graphml");
            xml.writeDefaultNamespace(NAMESPACE);
            keys(xml);
            xml.writeStartElement("graph");
            xml.writeAttribute("id", view.negotiation());
            xml.writeAttribute("edgedefault", "undirected");
            for (Node node : nodes) {
                node(xml, node);
            }
            for (PartyNetwork.Link link : network.links()) {
                edge(xml, link);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write to memory", e);
        }
        return bytes.toByteArray();
    }

    private static void keys(XMLStreamWriter xml) throws XMLStreamException {
        for (String text : List.of("name", "kind", "role", "part_of", "standing")) {
            key(xml, text, "node", "string");
        }
        key(xml, "developments", "node", "int");
        key(xml, "weight", "edge", "int");
        key(xml, "matters", "edge", "int");
        for (MatterKind kind : MatterKind.values()) {
            key(xml, KIND_PREFIX + kind.slug(), "edge", "int");
        }
    }

    private static void key(XMLStreamWriter xml, String name, String of, String type) throws XMLStreamException {
        xml.writeEmptyElement("key");
        xml.writeAttribute("id", name);
        xml.writeAttribute("for", of);
        xml.writeAttribute("attr.name", name);
        xml.writeAttribute("attr.type", type);
    }

    private void node(XMLStreamWriter xml, Node node) throws XMLStreamException {
        xml.writeStartElement("node");
        xml.writeAttribute("id", node.code().text());
        data(xml, "name", node.name());
        data(xml, "kind", node.kind());
        data(xml, "role", node.role());
        data(xml, "part_of", node.partOf());
        data(xml, "standing", node.standing());
        data(xml, "developments", Integer.toString(network.developments(node.code())));
        xml.writeEndElement();
    }

    private static void edge(XMLStreamWriter xml, PartyNetwork.Link link) throws XMLStreamException {
        xml.writeStartElement("edge");
        xml.writeAttribute("source", link.one().text());
        xml.writeAttribute("target", link.other().text());
        data(xml, "weight", Integer.toString(link.weight()));
        data(xml, "matters", Integer.toString(link.matters()));
        for (MatterKind kind : MatterKind.values()) {
            Integer count = link.kinds().get(kind);
            data(xml, KIND_PREFIX + kind.slug(), count == null ? null : count.toString());
        }
        xml.writeEndElement();
    }

    private static void data(XMLStreamWriter xml, String key, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            xml.writeStartElement("data");
            xml.writeAttribute("key", key);
            xml.writeCharacters(value.replaceAll(FORBIDDEN, "\uFFFD"));
            xml.writeEndElement();
        }
    }
}
