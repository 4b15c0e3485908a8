package org.parley.domain.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.domain.agreement.AgreementEvent.AgreementRatified;
import org.parley.domain.agreement.AgreementEvent.RatificationRefused;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.history.PartyRegister;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.language.BilingualText;
import org.parley.domain.language.Language;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterState;
import org.parley.domain.party.Actor;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.wording.SpanishGrammar;

/**
 * The rule for bodies that ratify for the party that they belong to. It is judged once, by the parties as known now,
 * and the event keeps the result, so that a later correction of a party makes no recorded history impossible.
 */
final class BodyRule {
    private final RecordedHistory history;
    private final PartyRegister parties;
    private final Instant world;

    BodyRule(RecordedHistory history, DecisionContext context, Instant world) {
        this.history = history;
        this.parties = context.parties();
        this.world = world;
    }

    /**
     * The event with the parties that its bodies act for.
     *
     * @throws CommandRefusedException if it names a body that belongs to none of its actors
     */
    Event resolve(Event event) {
        return switch (event) {
            case AgreementRatified ratified -> {
                requireBodyOf(ratified.by(), ratified.body());
                yield ratified.onBehalfOf(wholes(ratified.by()));
            }
            case RatificationRefused refused -> {
                requireBodyOf(refused.by(), refused.body());
                yield refused.onBehalfOf(wholes(refused.by()));
            }
            default -> event;
        };
    }

    private @Nullable Actors wholes(Actors by) {
        return by.stream().noneMatch(actor -> wholeOf(actor).isPresent())
                ? null
                : new Actors(by.stream()
                        .map(actor -> new Actor(wholeOf(actor).orElse(actor.party())))
                        .toList());
    }

    private Optional<PartyCode> wholeOf(Actor actor) {
        return parties.wholeOfBody(actor.party(), world);
    }

    private void requireBodyOf(Actors by, @Nullable PartyCode body) {
        if (body == null
                || parties.wholeOfBody(body, world)
                        .filter(whole -> by.parties().codes().stream().allMatch(whole::equals))
                        .isPresent()) {
            return;
        }
        List<PartyCode> known = by.parties().stream()
                .flatMap(whole -> parties.bodiesOf(whole, world).stream())
                .toList();
        MatterState state = history.state().orElse(null);
        throw new CommandRefusedException(new NotPossible(
                BilingualText.of(language -> text(by, body, known, language)),
                state == null ? "-" : state.status().name(),
                state == null ? null : state.since(),
                history.type().allowedAfter(state),
                null,
                null,
                List.of(),
                null));
    }

    private String text(Actors by, PartyCode body, List<PartyCode> known, Language language) {
        String wholes = language.list(names(by.parties().codes()));
        String bodies = language.list(names(known));
        return switch (language) {
            case ENGLISH ->
                "Only a body that is part of " + wholes + " decides on ratification for it, and "
                        + parties.name(body, world) + " is none. "
                        + (known.isEmpty()
                                ? "None is known: admit it with AdmitParty as a BODY, with partOf."
                                : "Those known: " + bodies + ".");
            case SPANISH ->
                "Solo un órgano " + SpanishGrammar.of(wholes) + " decide sobre su ratificación, y "
                        + parties.name(body, world) + " no lo es. "
                        + (known.isEmpty()
                                ? "No se conoce ninguno: admítalo con AdmitParty como BODY, con partOf."
                                : "Se conocen estos: " + bodies + ".");
        };
    }

    private List<String> names(List<PartyCode> codes) {
        return codes.stream().map(code -> parties.name(code, world)).toList();
    }
}
