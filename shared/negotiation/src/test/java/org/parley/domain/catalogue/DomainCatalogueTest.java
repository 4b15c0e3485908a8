package org.parley.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.domain.ceasefire.CeasefireCommand.AcceptCeasefire;
import org.parley.domain.coding.EventCodes;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.lifecycle.LifecycleRow;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.PartyCode;
import org.parley.domain.scenario.RandomCommands;
import org.parley.domain.wording.SentenceNames;

class DomainCatalogueTest {
    private static final Map<String, String> EDITORIAL = Map.of(
            "CorrectDevelopment", "DevelopmentCorrected",
            "RetractDevelopment", "DevelopmentRetracted",
            "AddSource", "SourceAdded",
            "GradeDevelopment", "DevelopmentGraded",
            "DisputeDevelopment", "DevelopmentDisputed",
            "ResolveDispute", "DisputeResolved",
            "HoldDevelopment", "DevelopmentHeld",
            "ReleaseDevelopment", "DevelopmentReleased");

    /** Events of the public trail, which no command becomes. */
    private static final Set<String> ONLY_PUBLIC = Set.of("DevelopmentWithheld");

    static List<LifecycleRow<?, ?>> steps() {
        return Arrays.stream(MatterKind.values())
                .<LifecycleRow<?, ?>>flatMap(kind -> DomainCatalogue.type(kind).lifecycle().rows().stream())
                .toList();
    }

    @Test
    void containsEveryCommandAndEventOnce() {
        assertThat(DomainCatalogue.commands()).hasSize(steps().size() + EDITORIAL.size());
        assertThat(DomainCatalogue.events()).hasSize(steps().size() + EDITORIAL.size() + ONLY_PUBLIC.size());
        assertThat(DomainCatalogue.events().keySet()).containsAll(ONLY_PUBLIC);
        assertThat(DomainCatalogue.commands()).containsKeys(EDITORIAL.keySet().toArray(String[]::new));
        assertThat(DomainCatalogue.events()).containsKeys(EDITORIAL.values().toArray(String[]::new));
    }

    @Test
    void dateAndEvidenceAreOptionalWhereACommandReportsNothing() {
        assertThat(steps().stream()
                        .filter(LifecycleRow::isDateAndEvidenceOptional)
                        .map(LifecycleRow::commandName))
                .containsExactly("OpenNegotiation", "AdmitParty", "RaiseQuestion");
        assertThat(EDITORIAL.keySet().stream().map(DomainCatalogue.commands()::get))
                .allMatch(DomainCatalogue::isDateAndEvidenceOptional)
                .noneMatch(DomainCatalogue::mayTitleMatter);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void theSamePartiesActInACommandAndInItsEvent(LifecycleRow<?, ?> step) {
        assertThat(actingFields(step.event())).isEqualTo(actingFields(step.command()));
    }

    @Test
    void everyFieldOfTheseNamesIsActing() {
        Stream.concat(DomainCatalogue.commands().values().stream(), DomainCatalogue.events().values().stream())
                .forEach(type -> assertThat(actingFields(type))
                        .as(type.getSimpleName())
                        .isEqualTo(Stream.of(type.getRecordComponents())
                                .map(RecordComponent::getName)
                                .filter(Set.of(
                                        "by",
                                        "between",
                                        "consentOf",
                                        "guarantors",
                                        "participants",
                                        "via",
                                        "witnessedBy",
                                        "body",
                                        "gives",
                                        "vetoedBy")::contains)
                                .toList()));
    }

    private static List<String> actingFields(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(ActingParty.class))
                .map(RecordComponent::getName)
                .toList();
    }

    @Test
    void containsAllPermittedSubclasses() {
        for (MatterKind kind : MatterKind.values()) {
            var lifecycle = DomainCatalogue.type(kind).lifecycle();
            assertThat(DomainCatalogue.type(kind).kind()).isEqualTo(kind);
            assertThat(lifecycle.rows().stream()
                            .<Class<?>>map(LifecycleRow::event)
                            .toList())
                    .containsExactlyInAnyOrder(
                            DomainCatalogue.type(kind).events().getPermittedSubclasses());
            Class<?> commands = lifecycle.rows().get(0).command().getInterfaces()[0];
            assertThat(lifecycle.rows().stream()
                            .<Class<?>>map(LifecycleRow::command)
                            .toList())
                    .containsExactlyInAnyOrder(commands.getPermittedSubclasses());
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void anEventHasTheFieldsOfItsCommand(LifecycleRow<?, ?> step) {
        assertThat(names(step.event()).stream().filter(name -> !name.equals("onBehalfOf")))
                .containsExactlyElementsOf(names(step.command()));
        assertThat(DomainCatalogue.row(step.command())).isSameAs(step);
    }

    @Test
    void anEditorialEventHasTheFieldsOfItsCommand() {
        EDITORIAL.forEach(
                (command, event) -> assertThat(names(DomainCatalogue.events().get(event)))
                        .isEqualTo(names(DomainCatalogue.commands().get(command))));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void anEventHasTheContentOfItsCommand(LifecycleRow<?, ?> step) throws ReflectiveOperationException {
        RandomCommands random = new RandomCommands(new Random(7), parties("AAA", "BBB", "CCC", "DDD"), List.of());
        for (int i = 0; i < 20; i++) {
            Command command = random.any(step.command());
            Event event = step.becomes().apply(command);
            assertThat(command.type()).isEqualTo(step.commandName());
            assertThat(event.type())
                    .isEqualTo(
                            command instanceof AcceptCeasefire accept && accept.conditions() != null
                                    ? "CeasefireAnswered"
                                    : step.eventType());
            for (RecordComponent field : command.getClass().getRecordComponents()) {
                Object given = field.getAccessor().invoke(command);
                Object actual = event.getClass().getMethod(field.getName()).invoke(event);
                if (given != null) {
                    assertThat(actual).as(field.getName()).isEqualTo(given);
                } else if (actual != null) {
                    assertThat(actual).as("default of " + field.getName()).isInstanceOf(Boolean.class);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyEventHasAClause(LifecycleRow<?, ?> step) {
        RandomCommands random = new RandomCommands(new Random(7), parties("AAA", "BBB", "CCC", "DDD"), List.of());
        MatterKind kind = DomainCatalogue.kindOfCommand(step.command()).orElseThrow();
        SentenceNames names = SentenceNames.ofCodes(new MatterAddress("talks", kind, "alaska"));
        for (int i = 0; i < 50; i++) {
            Event event = step.becomes().apply(random.any(step.command()));
            assertThat(DomainCatalogue.type(kind).clause(event, names))
                    .isNotBlank()
                    .doesNotContain("null", "  ", "Optional", "[", "@")
                    .doesNotEndWith(".")
                    .doesNotEndWith(" ");
            assertThat(DomainCatalogue.kindOf(event)).contains(kind);
        }
    }

    @Test
    void onlyEventsOfTheWorldHaveCodes() {
        Set<String> newsroom = Set.of("NegotiationOpened", "PartyAdmitted", "QuestionRaised");
        DomainCatalogue.events().forEach((type, event) -> {
            Optional<EventCodes> codes = EventCodes.of(type);
            boolean own = newsroom.contains(type) || EditorialEvent.class.isAssignableFrom(event);
            assertThat(codes.isPresent()).as(type).isEqualTo(!own);
            codes.ifPresent(code -> {
                assertThat(code.plover()).as(type).matches("[A-Z]+");
                assertThat(code.cameo()).as(type).matches("(0[1-9]|1\\d|20)\\d{1,2}");
            });
        });
    }

    @ParameterizedTest
    @CsvSource({
        "CeasefireRejected,            REJECT,  yield, 1246",
        "BilateralAgreementSigned,     SUPPORT, ,      057",
        "MultilateralAgreementSigned,  SUPPORT, ,      057",
        "AgreementRatified,            SUPPORT, ,      057",
        "MeetingHeld,                  CONSULT, visit, 042",
        "GuaranteeProposed,            AGREE,   ,      0334",
        "CeasefireTookEffect,          CONCEDE, ,      0871",
        "MeetingScheduled,             AGREE,   ,      036",
        "MeetingCancelled,             REJECT,  ,      125",
        "ExchangeCarriedOut,           RETREAT, release, 0841",
        "ExchangeAgreed,               AGREE,   yield, 0353",
    })
    void hasTheseCodes(String type, String plover, String mode, String cameo) {
        EventCodes codes = EventCodes.of(type).orElseThrow();
        assertThat(codes.plover()).isEqualTo(plover);
        assertThat(codes.cameo()).isEqualTo(cameo);
        if (mode != null) {
            assertThat(codes.mode()).isEqualTo(mode);
        }
        assertThat(EventCodes.of("ConsequencesThreatened").orElseThrow().cameo())
                .startsWith("13");
        assertThat(EventCodes.of("ConsequencesThreatened").orElseThrow().plover())
                .isEqualTo("THREATEN");
    }

    @Test
    void fiveCommandsAreOpenToVoices() {
        assertThat(DomainCatalogue.commandsOpenToVoices())
                .containsExactlyInAnyOrder(
                        "EndorseGuarantee",
                        "ObjectToGuarantee",
                        "PackageGuarantee",
                        "ContestUnderstanding",
                        "StatePosition");
    }

    @Test
    void slugsOfKindsAreLowerCaseInEveryLocale() {
        for (MatterKind kind : MatterKind.values()) {
            assertThat(kind.slug()).matches("[a-z]+");
            assertThat(MatterKind.ofSlug(kind.slug())).contains(kind);
            MatterAddress address = new MatterAddress("talks", kind, "alaska");
            assertThat(MatterAddress.parse(address.toString())).isEqualTo(address);
        }
        assertThat(MatterKind.ofSlug("Ceasefire")).isEmpty();
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static List<PartyCode> parties(String... codes) {
        return Arrays.stream(codes).map(PartyCode::new).toList();
    }
}
