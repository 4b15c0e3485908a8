package org.parley.contract.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.contract.command.TestCommands.json;
import static org.parley.contract.command.TestCommands.read;
import static org.parley.contract.command.TestCommands.rejectCeasefire;
import static org.parley.contract.command.TestCommands.sample;
import static org.parley.contract.command.TestCommands.with;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.ContractSamples;
import org.parley.contract.Json;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A retried command is recognized by its meaning, independent of its form. */
class CommandHashTest {
    private static final String HASH = hash(rejectCeasefire());

    /** The hashes that a version before decoded hashes stored for {@link TestCommands#rejectCeasefire}. */
    private static final String FORMER = "bc9ac5ab0ff938acf03557f06e8a208e7bf784a7beb37546a886d593f51f1907";

    private static final String FORMER_GRADED = "ea6ce83868195d699838103f8e2ae59ccfbf32f00edd034ef46ea9f006a3b017";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "['RUS']",
                "{'party':'RUS'}",
                "[{'party':'RUS'}]",
            })
    void ignoresTheFormOfAnActor(String by) {
        assertThat(hash(rejectCeasefire("by", by))).isEqualTo(HASH);
    }

    @Test
    void ignoresTheOrderOfFields() {
        ObjectNode command = rejectCeasefire();
        ObjectNode reversed = Json.MAPPER.createObjectNode();
        command.propertyNames().stream().toList().reversed().forEach(name -> reversed.set(name, command.get(name)));

        assertThat(hash(reversed)).isEqualTo(HASH);
    }

    @Test
    void ignoresTheId() {
        assertThat(hash(rejectCeasefire().put("developmentId", TestCommands.ID)))
                .isEqualTo(HASH);
    }

    @Test
    void ignoresTheFormOfANumber() {
        assertThat(offer("20.0")).isEqualTo(offer("20")).isEqualTo(offer("2e1")).isNotEqualTo(offer("20.1"));
    }

    @Test
    void ignoresTheFormOfAnId() {
        ObjectNode retraction = sample("RetractDevelopment", ContractSamples.MINIMAL);
        String target = retraction.get("target").asString();

        assertThat(hash(retraction.put("target", target.toUpperCase(Locale.ROOT))))
                .isEqualTo(hash(retraction.put("target", target)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            RejectCeasefire           | evidence     | {'sources':[{'publisher':'Wire','title':'A report'}],'grade':'F6'}
            SignMultilateralAgreement | complete     | true
            ObjectToGuarantee         | ruledOut     | false
            MakeDemand                | precondition | false
            """)
    void explicitDefaultHasTheSameHash(String command, String field, String value) {
        ObjectNode minimal = sample(command, ContractSamples.MINIMAL);

        assertThat(hash(with(minimal.deepCopy(), field, value))).isEqualTo(hash(minimal));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SignMultilateralAgreement | complete     | false
            ObjectToGuarantee         | ruledOut     | true
            MakeDemand                | precondition | true
            """)
    void valueOtherThanTheDefaultChangesTheHash(String command, String field, String value) {
        ObjectNode minimal = sample(command, ContractSamples.MINIMAL);

        assertThat(hash(with(minimal.deepCopy(), field, value))).isNotEqualTo(hash(minimal));
    }

    @Test
    void ignoresTheFormOfAnActorOfAReplacement() {
        assertThat(correction("by", "'RUS'"))
                .isEqualTo(correction("by", "[{'party':'RUS'}]"))
                .isNotEqualTo(correction("by", "'USA'"));
    }

    @Test
    void ignoresTheMatterOfAnEditorialCommand() {
        String bare = correction("by", "'RUS'");

        assertThat(correction("by", "'RUS'", "matter", "'alaska'"))
                .isEqualTo(correction("by", "'RUS'", "negotiation", "'ukraine-2025'"))
                .isEqualTo(bare);
        assertThat(correction("by", "'RUS'", "matter", "'anchorage'")).isNotEqualTo(bare);
        ObjectNode dispute = sample("DisputeDevelopment", ContractSamples.MINIMAL);
        assertThat(hash(dispute.deepCopy().put("matter", "alaska"))).isEqualTo(hash(dispute));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            command     | 'AbandonUnderstanding'
            negotiation | 'ukraine-2026'
            matter      | 'anchorage'
            occurred    | '2025-08-15~'
            by          | {'party':'RUS','person':'Vladimir Putin'}
            by          | ['RUS','BLR']
            reason      | 'Not yet!'
            note        | 'A note'
            embargo     | true
            embargo     | '2030'
            evidence    | {'sources':[{'publisher':'Wire','title':'A report'}],'grade':'B2'}
            evidence    | {'sources':[{'publisher':'Wire','title':'Another report'}]}
            """)
    void otherContentChangesTheHash(String field, String value) {
        assertThat(hash(rejectCeasefire(field, value))).isNotEqualTo(HASH).matches("decoded:[0-9a-f]{64}");
    }

    /** Every field of a command is part of its hash. */
    @ParameterizedTest
    @EnumSource(ContractSamples.class)
    void everyOmittedOrChangedFieldChangesTheHash(ContractSamples samples) {
        for (String name : DomainCatalogue.commands().keySet()) {
            ObjectNode command = sample(name, samples);
            String whole = hash(command);
            for (String field : command.propertyNames()) {
                ObjectNode changed = command.deepCopy();
                boolean named = !field.equals("command") && !field.equals("developmentId");
                if (named
                        && change(changed, field)
                        && TestCommands.faults(changed).isEmpty()
                        && !isOfTarget(name, field)) {
                    assertThat(hash(changed)).as("%s of %s", field, name).isNotEqualTo(whole);
                }
            }
        }
    }

    /** The matter of an editorial command is that of its target. */
    private static boolean isOfTarget(String name, String field) {
        return field.equals("matter")
                && DomainCatalogue.kindOfCommand(DomainCatalogue.commands().get(name))
                        .isEmpty();
    }

    private static boolean change(ObjectNode command, String field) {
        JsonNode value = command.get(field);
        switch (value.getNodeType()) {
            case STRING -> command.put(field, value.asString() + "x");
            case NUMBER -> command.put(field, value.asInt() + 1);
            case BOOLEAN -> command.put(field, !value.asBoolean());
            case ARRAY -> ((ArrayNode) value).add(value.get(0).deepCopy());
            default -> {
                return false;
            }
        }
        return true;
    }

    @Test
    void comparesHashesOfAFormerVersionInTheirForm() {
        CommandHash plain = of(rejectCeasefire());
        CommandHash graded = of(with(
                rejectCeasefire(), "evidence", "{'sources':[{'publisher':'Wire','title':'A report'}],'grade':'F6'}"));

        assertThat(plain.matchesStored(FORMER)).isTrue();
        assertThat(graded.matchesStored(FORMER_GRADED)).isTrue();
        assertThat(graded.matchesStored(FORMER)).isFalse();
        assertThat(of(rejectCeasefire("note", "'A note'")).matchesStored(FORMER))
                .isFalse();
    }

    @Test
    void comparesHashesOfThisVersionByMeaning() {
        CommandHash plain = of(rejectCeasefire());

        assertThat(of(rejectCeasefire("by", "['RUS']")).matchesStored(plain.decoded()))
                .isTrue();
        assertThat(of(rejectCeasefire("by", "['USA']")).matchesStored(plain.decoded()))
                .isFalse();
    }

    private static String hash(ObjectNode command) {
        return of(command).decoded();
    }

    private static CommandHash of(ObjectNode command) {
        CommandRequest request = read(command);
        MatterKind kind = DomainCatalogue.kindOf(request.command()).orElse(MatterKind.CEASEFIRE);
        MatterAddress matter = kind == MatterKind.NEGOTIATION
                ? MatterAddress.ofNegotiation(request.negotiation())
                : new MatterAddress(
                        request.negotiation(), kind, request.matter() == null ? "alaska" : request.matter());
        return CommandHash.of(
                request,
                new CommandEnvelope(
                        request.developmentId() == null ? UUID.randomUUID() : request.developmentId(),
                        matter,
                        request.command(),
                        request.occurred(),
                        request.title(),
                        request.evidence(),
                        request.note(),
                        request.embargo()));
    }

    private static String offer(String quantity) {
        return hash(with(sample("OfferContribution", ContractSamples.MINIMAL), "quantity", quantity));
    }

    private static String correction(String... changes) {
        ObjectNode correction = sample("CorrectDevelopment", ContractSamples.MINIMAL);
        ObjectNode replacement = json("{'command':'RejectCeasefire','occurred':'2025'}");
        correction.set("replacement", with(replacement, changes));
        return hash(correction);
    }
}
