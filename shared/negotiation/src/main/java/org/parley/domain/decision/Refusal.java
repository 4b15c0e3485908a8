package org.parley.domain.decision;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.history.Standing;
import org.parley.domain.language.BilingualText;
import org.parley.domain.language.Language;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.time.Edtf;
import org.parley.domain.wording.QuantityText;

/** The reason for which a command is refused, with what to do instead. A refused command changes nothing. */
public sealed interface Refusal {
    /** The reason in one or two sentences, for the editor. */
    BilingualText message();

    /** The reason in English. */
    default String text() {
        return message().english();
    }

    /**
     * A fault in the command itself.
     *
     * @param pointer the JSON pointer to the fault in the command
     */
    record Fault(String pointer, BilingualText message) {
        public static Fault of(String pointer, String english, String spanish) {
            return new Fault(pointer, new BilingualText(english, spanish));
        }

        /** The message in English. */
        public String detail() {
            return message.english();
        }
    }

    /** The command itself is invalid, whatever the history. */
    record Invalid(List<Fault> faults) implements Refusal {
        /** A refusal with a single fault. */
        public static Invalid at(String pointer, String english, String spanish) {
            return new Invalid(List.of(Fault.of(pointer, english, spanish)));
        }

        @Override
        public BilingualText message() {
            return new BilingualText(
                    "The command is incomplete or malformed; see the list of faults with their pointers.",
                    "La orden está incompleta o mal formada; vea la lista de fallos y dónde está cada uno.");
        }
    }

    /** No such negotiation has been opened. */
    record UnknownNegotiation(String negotiation) implements Refusal {
        @Override
        public BilingualText message() {
            return new BilingualText(
                    "The negotiation '" + negotiation + "' has not been opened; open it with OpenNegotiation.",
                    "La negociación «" + negotiation + "» no se ha abierto; ábrala con OpenNegotiation.");
        }
    }

    /** The matter does not exist, and this command cannot begin it. */
    record UnknownMatter(MatterAddress matter, String command, List<String> allowed) implements Refusal {
        @Override
        public BilingualText message() {
            String possible = String.join(", ", allowed);
            return new BilingualText(
                    "Nothing is recorded of " + matter + ", and " + command + " cannot begin it; it can begin with "
                            + possible + ".",
                    "No hay nada registrado de «" + matter + "», y no puede empezar con " + command
                            + "; puede empezar con " + possible + ".");
        }
    }

    /** No entry has this id. */
    record UnknownDevelopment(UUID developmentId) implements Refusal {
        @Override
        public BilingualText message() {
            return new BilingualText(
                    "No development " + developmentId + " is recorded; look its id up in the trail.",
                    "No hay ninguna entrada " + developmentId + "; busque su identificador en el registro.");
        }
    }

    /** The command names parties that were not admitted. */
    record UnknownParties(List<Fault> faults) implements Refusal {
        @Override
        public BilingualText message() {
            return new BilingualText(
                    "The command names a party that has not been admitted to the negotiation;"
                            + " admit it first with AdmitParty.",
                    "La orden nombra una parte que no está admitida en la negociación;"
                            + " admítala antes con AdmitParty.");
        }
    }

    /**
     * A voice acts in a command that is not open to voices.
     *
     * @param voices the names of the voices
     */
    record VoiceMayNot(BilingualText voices, String command, List<String> allowed) implements Refusal {
        @Override
        public BilingualText message() {
            String open = String.join(", ", allowed);
            return new BilingualText(
                    voices.english() + ": a voice from outside the table may not act in " + command + ", only in "
                            + open + ".",
                    voices.spanish() + ": una voz ajena a la mesa no puede actuar en " + command + ", solo en " + open
                            + ".");
        }
    }

    /**
     * The history of the matter would become impossible.
     *
     * @param state the state at its place in valid-time order; {@code -} when the matter does not exist there yet
     * @param since when the matter entered that state; null if before everything
     * @param allowed the commands possible in that state; the text offers only those after which the following
     *     developments may be possible
     * @param conflictsWith the development it conflicts with, if there is one
     * @param conflictOccurred when that one occurred
     * @param conflicts every development that it conflicts with or that would become impossible, in valid-time order
     * @param narrowed a narrower date with which it would be possible; null when there is none
     */
    record NotPossible(
            BilingualText message,
            String state,
            @Nullable Edtf since,
            List<String> allowed,
            @Nullable UUID conflictsWith,
            @Nullable Edtf conflictOccurred,
            List<Conflict> conflicts,
            @Nullable Edtf narrowed)
            implements Refusal {
        /**
         * A development with which a command conflicts.
         *
         * @param occurred when it happened; null when before everything
         */
        public record Conflict(UUID developmentId, @Nullable Edtf occurred) {
            static Conflict of(Occurrence occurrence) {
                return new Conflict(
                        occurrence.developmentId(), occurrence.development().occurred());
            }
        }
    }

    /**
     * A command of a group could be recorded, but another one could not. None of a group is recorded then.
     *
     * @param by the developments of the commands that cannot be recorded
     */
    record StoppedByGroup(List<UUID> by) implements Refusal {
        @Override
        public BilingualText message() {
            String named = String.join(
                            ", ",
                            by.stream().limit(NAMED_MAX).map(UUID::toString).toList())
                    + (by.size() > NAMED_MAX ? ", …" : "");
            return new BilingualText(
                    "Nothing of this group is recorded, because not all of it can be: "
                            + (by.size() == 1 ? "another command is refused (" : "other commands are refused (")
                            + named + ").",
                    "No se registra nada de este grupo, porque no se puede registrar entero: "
                            + (by.size() == 1 ? "se rechaza otra orden (" : "se rechazan otras órdenes (") + named
                            + ").");
        }

        private static final int NAMED_MAX = 10;
    }

    /**
     * The event would be too long for a line of the verifiable export.
     *
     * @param bytes the size of the line
     * @param bytesMax the size that is possible
     */
    record TooLarge(int bytes, int bytesMax) implements Refusal {
        @Override
        public BilingualText message() {
            return new BilingualText(
                    "This would be a line of " + number(bytes, Language.ENGLISH)
                            + " bytes in the verifiable export, and at most " + number(bytesMax, Language.ENGLISH)
                            + " are possible. Shorten the texts, or name fewer parties or sources.",
                    "Esto sería una línea de " + number(bytes, Language.SPANISH)
                            + " bytes en la exportación verificable, y caben como máximo "
                            + number(bytesMax, Language.SPANISH)
                            + ". Acorte los textos o nombre menos partes o fuentes.");
        }

        private static String number(int count, Language language) {
            return QuantityText.number(BigDecimal.valueOf(count), language);
        }
    }

    /** A command that takes a chief, under these circumstances. */
    record ChiefOnly(BilingualText message) implements Refusal {}

    /** An editorial command does not apply to its target with its present standing. */
    record NotApplicable(BilingualText message, UUID target, Standing standing) implements Refusal {}
}
