package org.parley.contract.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.contract.command.TestCommands.json;
import static org.parley.contract.command.TestCommands.read;
import static org.parley.contract.command.TestCommands.rejectCeasefire;
import static org.parley.contract.command.TestCommands.sample;
import static org.parley.contract.command.TestCommands.with;

import java.math.BigDecimal;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.ContractSamples;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.ceasefire.CeasefireCommand.ProposeCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.RejectCeasefire;
import org.parley.domain.editorial.EditorialCommand.CorrectDevelopment;
import org.parley.domain.editorial.Replacement;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.evidence.Grade;
import org.parley.domain.guarantee.GuaranteeCommand.OfferContribution;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.Embargo;
import org.parley.domain.party.Actors;
import org.parley.domain.time.Edtf;

class CommandReaderTest {

    static Stream<Arguments> everyCommand() {
        return DomainCatalogue.commands().keySet().stream()
                .filter(name -> !name.equals("CorrectDevelopment"))
                .flatMap(name -> Stream.of(ContractSamples.values()).map(samples -> Arguments.of(name, samples)));
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void readsEveryCommand(String name, ContractSamples samples) {
        CommandRequest request = read(sample(name, samples));

        Command expected = samples.sample(DomainCatalogue.commands().get(name));
        assertThat(request.command()).isEqualTo(expected);
        assertThat(request.negotiation()).isEqualTo("ukraine-2025");
        assertThat(request.developmentId())
                .isEqualTo(samples == ContractSamples.MINIMAL ? null : UUID.fromString(TestCommands.ID));
        assertThat(request.note()).isEqualTo(samples == ContractSamples.MINIMAL ? null : ContractSamples.NOTE);
    }

    @Test
    void readsTheFieldsCommonToAllCommands() {
        CommandRequest request = read(sample("ProposeCeasefire", ContractSamples.FULL));

        assertThat(request.matter()).isEqualTo("alaska");
        assertThat(request.occurred()).isEqualTo(Edtf.parse("2025-08-15"));
        assertThat(request.title()).isEqualTo("Alaska");
        assertThat(request.evidence()).isEqualTo(ContractSamples.EVIDENCE);
    }

    @Test
    void missingGradeIsF6() {
        assertThat(read(rejectCeasefire()).evidence())
                .extracting(Evidence::grade)
                .isEqualTo(Grade.CANNOT_BE_JUDGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'RUS'",
                "['RUS']",
                "{'party':'RUS'}",
                "[{'party':'RUS'}]",
            })
    void acceptsEveryFormOfAnActor(String by) {
        assertThat(read(rejectCeasefire("by", by)).command())
                .isEqualTo(new RejectCeasefire(Actors.of("RUS"), "Not yet."));
    }

    @Test
    void acceptsCodesAndPersonsInOneList() {
        String by = "[{'party':'RUS','person':'Vladimir Putin'},'BLR']";

        RejectCeasefire command =
                (RejectCeasefire) read(rejectCeasefire("by", by)).command();

        assertThat(command.by())
                .isEqualTo(ContractSamples.FULL
                        .<RejectCeasefire>sample(RejectCeasefire.class)
                        .by());
    }

    @ParameterizedTest
    @EnumSource
    void readsACorrectionWithItsReplacement(ContractSamples samples) {
        CommandRequest request = read(sample("CorrectDevelopment", samples));

        CommandRequest replacement = read(sample("ProposeCeasefire", samples));
        assertThat(request.command())
                .isEqualTo(new CorrectDevelopment(
                        ContractSamples.TARGET,
                        new Replacement(
                                replacement.negotiation(),
                                replacement.matter(),
                                replacement.command(),
                                replacement.occurred(),
                                replacement.title(),
                                replacement.evidence(),
                                replacement.note()),
                        "The date was wrong."));
    }

    @Test
    void replacementNeedsNoEvidenceAndAcceptsEveryFormOfAnActor() {
        CommandRequest request = read(with(
                sample("CorrectDevelopment", ContractSamples.MINIMAL),
                "replacement",
                "{'command':'ProposeCeasefire','occurred':'2025-08-14','by':'USA','consentOf':['RUS','UKR']}"));

        Replacement replacement = ((CorrectDevelopment) request.command()).replacement();
        assertThat(replacement.evidence()).isNull();
        assertThat(replacement.negotiation()).isNull();
        assertThat(replacement.command())
                .isEqualTo(new ProposeCeasefire(Actors.of("USA"), null, Actors.of("RUS", "UKR"), null, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "true,",
        "'2026-11-29', 2026-11-29",
        "'2026-11', 2026-11",
        "'2026-11-29T18:00-05:00', 2026-11-29T18:00-05:00"
    })
    void embargoIsTrueOrItsEnd(String written, @Nullable String until) {
        String json = written.equals("true") ? written : "'" + written + "'";
        assertThat(read(rejectCeasefire("embargo", json)).embargo())
                .isEqualTo(new Embargo(until == null ? null : Edtf.parse(until)));
    }

    @Test
    void embargoIsOptional() {
        assertThat(read(rejectCeasefire()).embargo()).isNull();
    }

    @Test
    void countsCodePoints() {
        String doves = "🕊".repeat(Development.NOTE_MAX);

        assertThat(read(rejectCeasefire().put("note", doves)).note()).isEqualTo(doves);
    }

    @ParameterizedTest
    @CsvSource({
        "20, 20",
        "20.0, 20",
        "1.50, 1.5",
        "1e3, 1000",
        "1e15, 1000000000000000",
        "1000000000000000, 1000000000000000",
        "0.000000001, 0.000000001",
        "123456.123456789, 123456.123456789",
    })
    void normalizesNumbers(String written, BigDecimal read) {
        OfferContribution command = (OfferContribution)
                read(with(sample("OfferContribution", ContractSamples.MINIMAL), "quantity", written))
                        .command();

        assertThat(command.quantity()).isEqualTo(read);
    }

    @Test
    void doesNotModifyItsInput() {
        var sent = json("{'command':'ReleaseDevelopment','negotiation':'a','target':'" + TestCommands.ID + "'}");
        var before = sent.deepCopy();

        new CommandReader().read(sent);

        assertThat(sent).isEqualTo(before);
    }
}
