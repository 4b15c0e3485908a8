package org.parley.contract.command;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.contract.command.TestCommands.bytes;
import static org.parley.contract.command.TestCommands.faults;
import static org.parley.contract.command.TestCommands.rejectCeasefire;
import static org.parley.contract.command.TestCommands.sample;
import static org.parley.contract.command.TestCommands.with;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contract.ContractSamples;
import org.parley.domain.decision.Refusal.Fault;

/** The faults of an invalid command, field by field. */
class InvalidCommandTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # field       | written as                           | place          | said of it
            occurred      | '2025-13'                            | /occurred      | '2025-13' is not a date Parley takes: write 2025-08-15
            occurred      | '15.08.2025'                         | /occurred      | is not a date Parley takes
            occurred      | '2025-02-30'                         | /occurred      | is not a date Parley takes
            occurred      | '2025-08-15/2025-08-01'              | /occurred      | is not a date Parley takes
            occurred      | '2025-08-15T13:00Z/2025-08-15'       | /occurred      | is not a date Parley takes
            occurred      | '2025-08-15T13:00Z/2025-08-15T12:59Z'| /occurred      | is not a date Parley takes
            occurred      | '2025-08-15T13:00'                   | /occurred      | is not a date Parley takes
            occurred      | '2025-08-15\\n'                      | /occurred      | is not a date Parley takes
            occurred      | '٢٠٢٥-08-15'                         | /occurred      | is not a date Parley takes
            occurred      | '2025-08-15 and very much more, more than any date could ever be'| /occurred | is not a date Parley takes
            occurred      | ''                                   | /occurred      | must not be blank
            occurred      | 20250815                             | /occurred      | must be a date in quotation marks, such as "2025-08-15", not a number
            occurred      | null                                 | /occurred      | not null; a field without a value is omitted
            by            | 'rus'                                | /by            | 'rus' is not a party code: 2 to 32 capital letters A to Z, digits and hyphens, such as RUS
            by            | 'RUS\\n'                             | /by            | is not a party code
            by            | {'party':'R'}                        | /by/party      | 'R' is not a party code
            by            | ['RUS','x']                          | /by/1          | 'x' is not a party code
            by            | ['RUS',{'party':'x'}]                | /by/1/party    | 'x' is not a party code
            by            | {}                                   | /by/party      | is required
            by            | {'party':'RUS','who':1}              | /by/who        | is not a known field
            by            | 5                                    | /by            | must be a party code such as RUS, or an object of party and person, not a number
            by            | ['RUS',[]]                           | /by/1          | must be a party code such as RUS, or an object of party and person, not a list
            by            | []                                   | /by            | must name at least one
            by            | ['RUS','RUS']                        | /by            | names the same party and person twice; name each once
            by            | ['RUS',{'party':'RUS'}]              | /by            | names the same party and person twice; name each once
            by            | ''                                   | /by            | must not be blank
            reason        | 5                                    | /reason        | must be text, not a number
            reason        | true                                 | /reason        | must be text, not true
            reason        | ['a']                                | /reason        | must be text, not a list
            reason        | {}                                   | /reason        | must be text, not an object
            reason        | null                                 | /reason        | must be text, not null; a field without a value is omitted
            reason        | ' \\t\\n'                            | /reason        | must not be blank
            reason        | '\\u00a0\\u2003\\u200b'              | /reason        | must not be blank
            reason        | 'a\\u0000b'                          | /reason        | holds a control character or an incomplete character, which cannot be stored
            reason        | 'a\\ud83db'                          | /reason        | holds a control character or an incomplete character, which cannot be stored
            matter        | 'Alaska Talks'                       | /matter        | 'Alaska Talks' is not a short name: lower-case letters a to z and digits, words joined by single hyphens
            matter        | 'alaska\\n'                          | /matter        | is not a short name
            negotiation   | '-'                                  | /negotiation   | '-' is not a short name
            developmentId | 'one'                                | /developmentId | 'one' is not an id, such as 0
            developmentId | '00000000-0000-0000-0000-000000000000' | /developmentId | is the nil UUID, which identifies nothing
            title         | 'Alaska'                             | /title         | is not a field of RejectCeasefire
            a/b~c         | 1                                    | /a~1b~0c       | is not a field of RejectCeasefire
            embargo       | false                                | /embargo       | must be true, or a date in quotation marks, such as "2025-08-15", not false
            embargo       | 'soon'                               | /embargo       | 'soon' is not a date Parley takes
            embargo       | null                                 | /embargo       | not null; a field without a value is omitted
            evidence      | []                                   | /evidence      | must be an object of named fields, not a list
            evidence      | {}                                   | /evidence/sources | is required: a development needs at least one source
            evidence      | {'sources':[]}                       | /evidence/sources | must name at least one source
            evidence      | {'sources':'Wire'}                   | /evidence/sources | must be a list of sources, not text
            """)
    void reportsTheFaultOfACommonField(String field, String value, String place, String said) {
        assertThat(faults(rejectCeasefire(field, value))).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(place);
            assertThat(fault.detail()).contains(said);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SignBilateralAgreement    | between      | ['RUS']                | /between      | between exactly two parties, not 1
            SignBilateralAgreement    | between      | ['RUS','USA','UKR']    | /between      | between exactly two parties, not 3
            SignBilateralAgreement    | between      | ['RUS',{'party':'RUS','person':'A'}] | /between | between exactly two parties, not 1
            SignMultilateralAgreement | between      | ['RUS','USA']          | /between      | between three or more parties, not 2
            ReleaseDevelopment        | embargo      | true                   | /embargo      | is not a field of ReleaseDevelopment
            OfferContribution         | quantity     | -1                     | /quantity     | must be more than 0
            OfferContribution         | quantity     | 0                      | /quantity     | must be more than 0; leave it out where no number is known
            OfferContribution         | quantity     | 1.1234567891           | /quantity     | too many digits: a number has at most 15, and at most 9 of them after the point
            OfferContribution         | quantity     | 1234567890123456       | /quantity     | too many digits
            OfferContribution         | quantity     | 1e999999999            | /quantity     | too many digits
            OfferContribution         | quantity     | 1e-999999999           | /quantity     | too many digits
            OfferContribution         | quantity     | 2e15                   | /quantity     | must not be more than 1000000000000000
            OfferContribution         | quantity     | '20'                   | /quantity     | must be a number, not text
            MakeDemand                | precondition | 'yes'                  | /precondition | must be true or false, not text
            AdmitParty                | partyKind    | 'state'                | /partyKind    | must be one of STATE, UNION, ALLIANCE, COALITION, MOVEMENT, POLITICAL_PARTY, BODY, VOICE, not 'state'
            AdmitParty                | partyKind    | 0                      | /partyKind    | must be one of STATE, UNION, ALLIANCE, COALITION, MOVEMENT, POLITICAL_PARTY, BODY, VOICE, not a number
            AdmitParty                | party        | {'party':'TUR'}        | /party        | must be text, not an object
            OpenNegotiation           | matter       | 'alaska'               | /matter       | is not a field of OpenNegotiation
            RecordOutcome             | touches      | ['alaska']             | /touches/0    | 'alaska' is not a kind and a short name, such as ceasefire/alaska
            RecordOutcome             | touches      | ['truce/alaska']       | /touches/0    | 'truce/alaska' is not
            RecordOutcome             | touches      | 'ceasefire/alaska'     | /touches      | must be a list, not text
            RetractDevelopment        | target       | 'x'                    | /target       | 'x' is not an id
            GradeDevelopment          | grade        | 'G9'                   | /grade        | 'G9' is not a grade: a letter A to F for the source and a digit 1 to 6 for the information
            AddSource                 | source       | {'publisher':'a','title':'b','url':'ftp://a'}      | /source/url | 'ftp://a' is not a web address: it begins with http:// or https://
            AddSource                 | source       | {'publisher':'a','title':'b','url':'https://{x}'}  | /source/url | is not a web address
            AddSource                 | source       | {'publisher':'a','title':'b','archived':'http://[::1'} | /source/archived | is not a web address
            AddSource                 | source       | {'publisher':'a','title':'b','published':'Friday'} | /source/published | 'Friday' is not a date
            AddSource                 | source       | {'publisher':'a'}      | /source/title | is required
            CorrectDevelopment        | replacement  | 5                      | /replacement  | must be an object of named fields, not a number
            CorrectDevelopment        | replacement  | {'command':'Nope'}     | /replacement/command | there is no command 'Nope'; the commands are
            CorrectDevelopment        | replacement  | {'command':'ReleaseDevelopment'}  | /replacement/command | ReleaseDevelopment cannot be a replacement
            CorrectDevelopment        | replacement  | {'command':'SettleQuestion','summary':'x'} | /replacement/occurred | is required: the date on which it occurred
            CorrectDevelopment        | replacement  | {'command':'AccedeToAgreement','occurred':'2025','by':'x'} | /replacement/by | 'x' is not a party code
            CorrectDevelopment        | replacement  | {'command':'SignBilateralAgreement','occurred':'2025','between':'RUS'} | /replacement/between | exactly two parties, not 1
            CorrectDevelopment        | replacement  | {'command':'SettleQuestion','occurred':'2025','summary':'\\u0000'} | /replacement/summary | control character
            CorrectDevelopment        | replacement  | {'command':'SettleQuestion','occurred':'2025','summary':'x','developmentId':'y'} | /replacement/developmentId | is not a field of SettleQuestion
            """)
    void reportsTheFaultOfACommandField(String command, String field, String value, String place, String said) {
        assertThat(faults(with(sample(command, ContractSamples.MINIMAL), field, value)))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo(place);
                    assertThat(fault.detail()).contains(said);
                });
    }

    @Test
    void reportsEveryFaultAtOnce() {
        assertThat(faults(bytes("{\"command\":\"RejectCeasefire\",\"by\":[\"RUS\",7],\"colour\":\"red\"}")))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/negotiation", "/matter", "/occurred", "/evidence", "/by/1", "/colour");
    }

    @Test
    void namesTheExceededLimit() {
        String parties = IntStream.range(0, 251).mapToObj(i -> "'P" + i + "'").collect(joining(",", "[", "]"));
        String sources = Stream.generate(() -> "{'publisher':'a','title':'b'}")
                .limit(21)
                .collect(joining(",", "{'sources':[", "]}"));
        String title = "{'sources':[{'publisher':'a','title':'" + "x".repeat(501) + "'}]}";
        String person = "{'party':'RUS','person':'" + "x".repeat(201) + "'}";

        assertThat(Stream.of(
                                rejectCeasefire("by", parties),
                                rejectCeasefire("by", person),
                                rejectCeasefire("evidence", sources),
                                rejectCeasefire("evidence", title),
                                rejectCeasefire().put("matter", "x".repeat(81)),
                                rejectCeasefire().put("note", "🕊".repeat(20_001)),
                                sample("ScheduleMeeting", ContractSamples.MINIMAL)
                                        .put("title", "x".repeat(501)))
                        .flatMap(command -> faults(command).stream()))
                .isEqualTo(List.of(
                        Fault.of("/by", "has 251 entries; the most is 250", "tiene 251 elementos; el máximo es 250"),
                        Fault.of(
                                "/by/person",
                                "has 201 characters; the most is 200",
                                "tiene 201 caracteres; el máximo es 200"),
                        Fault.of(
                                "/evidence/sources",
                                "has 21 entries; the most is 20",
                                "tiene 21 elementos; el máximo es 20"),
                        Fault.of(
                                "/evidence/sources/0/title",
                                "has 501 characters; the most is 500",
                                "tiene 501 caracteres; el máximo es 500"),
                        Fault.of(
                                "/matter", "has 81 characters; the most is 80", "tiene 81 caracteres; el máximo es 80"),
                        Fault.of(
                                "/note",
                                "has 20001 characters; the most is 20000",
                                "tiene 20001 caracteres; el máximo es 20000"),
                        Fault.of(
                                "/title",
                                "has 501 characters; the most is 500",
                                "tiene 501 caracteres; el máximo es 500")));
    }
}
