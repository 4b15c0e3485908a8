package org.parley.contract;

import static java.util.Map.entry;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.agreement.AgreementCommand.SignMultilateralAgreement;
import org.parley.domain.agreement.AgreementEvent.MultilateralAgreementSigned;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.evidence.Grade;
import org.parley.domain.evidence.Source;
import org.parley.domain.exchange.Handover;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.FieldName;
import org.parley.domain.matter.MatterReference;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.Actor;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.party.PartyRole;
import org.parley.domain.time.Edtf;
import org.parley.domain.vote.VoteOutcome;

/**
 * Samples of every event and command: full with every optional field of its first version, minimal with none, extended
 * with the fields added since, latest with those that came after the extended sample was approved, and bare without what
 * its first version required and a later one does not.
 */
public enum ContractSamples {
    FULL,
    MINIMAL,
    EXTENDED,
    LATEST,
    BARE;

    /** The optional fields that were added to an event after its first version was published. */
    private static final Map<String, Set<String>> ADDED = Map.ofEntries(
            entry("PartyAdmitted", Set.of("partOf", "succeeds")),
            entry("MeetingScheduled", Set.of("mode", "via")),
            entry("MeetingHeld", Set.of("format", "mode", "via")),
            entry("ConsequencesThreatened", Set.of("deadline")),
            entry("ConsequencesImposed", Set.of("against")),
            entry("CeasefireProposed", Set.of("scope", "until")),
            entry("CeasefireTookEffect", Set.of("scope", "until")),
            entry("GuaranteeProposed", Set.of("term", "via")),
            entry("GuaranteeAmended", Set.of("term")),
            entry("GuaranteeAgreed", Set.of("via", "term")),
            entry("AgreementTalksOpened", Set.of("via", "witnessedBy", "partOf")),
            entry("BilateralAgreementSigned", Set.of("via", "witnessedBy", "until", "partOf")),
            entry("MultilateralAgreementSigned", Set.of("via", "witnessedBy", "until", "partOf")),
            entry("AgreementRatified", Set.of("body", "vote", "onBehalfOf")),
            entry("AgreementEnteredIntoForce", Set.of("until")),
            entry("CommitmentUndertaken", Set.of("to", "condition", "phase")),
            entry("CommitmentDelivered", Set.of("by")),
            entry("AgreementBreached", Set.of("commitment")),
            entry("AgreementTalksAbandoned", Set.of("via", "witnessedBy", "partOf")),
            entry("DemandMade", Set.of("deadline")),
            entry("DisputeResolved", Set.of("dispute")));

    /** The optional fields that were added to an event that had been extended before. */
    private static final Map<String, Set<String>> ADDED_LAST = Map.of("CeasefireProposed", Set.of("via"));

    /** The fields that the first version of an event required and a later one does not. */
    private static final Map<String, Set<String>> REQUIRED_ONCE = Map.of(
            "DemandDropped", Set.of("by"),
            "MeetingScheduled", Set.of("planned"),
            "ConsequencesThreatened", Set.of("consequences"));

    public static final UUID TARGET = UUID.fromString("01989f1e-5c00-7a00-8000-00000000a1a5");
    static final Source SOURCE = new Source(
            "Kyiv Post",
            "“No ceasefire”, says the Kremlin – Немає перемир’я",
            URI.create("https://example.org/2025/08/15/ceasefire?lang=uk#top"),
            Edtf.parse("2025-08-16"),
            "Ольга Ковальчук",
            URI.create("https://archive.example.org/1"));
    public static final Evidence EVIDENCE =
            new Evidence(List.of(SOURCE, new Source("Wire", "A second report")), new Grade("B2"));
    public static final String NOTE = "Said twice: \"not yet\".\n\tThe dove 🕊 stays.";

    private static final Actor PUTIN = new Actor(new PartyCode("RUS"), "Vladimir Putin");
    private static final Map<String, String> TEXTS = Map.of(
            "reason", "They want a lasting peace first, they say.",
            "summary", "Three hours of talks, and no deal.",
            "terms", "A full ceasefire in the air and at sea.",
            "title", "Security guarantees",
            "name", "Türkiye",
            "unit", "billion EUR",
            "venue", "Joint Base Elmendorf–Richardson",
            "conditions", "Only with a backstop.");
    private static final Map<String, String> DATES = Map.of(
            "planned", "2025-08-20/2025-08-26",
            "due", "2026-01~",
            "until", "2025-08-18T13:00-04:00",
            "from", "2025-08-17");

    /** A sample development of an event type. */
    Development development(Class<? extends Event> type) {
        Event event = sample(type);
        String title = !isSmall() || hasTitle(type) ? TEXTS.get("title") : null;
        return !isSmall()
                ? new Development(
                        event, Edtf.parse("2025-08-15"), title, EVIDENCE, NOTE, List.of(new PartyCode("VOX-1")))
                : new Development(event, null, title, null, null, List.of());
    }

    /** Whether it has no more than the required fields. */
    boolean isSmall() {
        return this == MINIMAL || this == BARE;
    }

    /** A sample of a record. */
    public <T> T sample(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> value(type, component))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<T> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type, e);
        }
    }

    private @Nullable Object value(Class<?> owner, RecordComponent component) {
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        boolean left =
                switch (this) {
                    case MINIMAL -> optional && !isIn(REQUIRED_ONCE, owner, component.getName());
                    case BARE -> optional;
                    case FULL ->
                        isIn(ADDED, owner, component.getName()) || isIn(ADDED_LAST, owner, component.getName());
                    case EXTENDED -> isIn(ADDED_LAST, owner, component.getName());
                    case LATEST -> false;
                };
        return left ? null : value(owner, component.getGenericType(), FieldName.of(component));
    }

    private static boolean isIn(Map<String, Set<String>> added, Class<?> owner, String field) {
        return added.getOrDefault(owner.getSimpleName(), Set.of()).contains(field);
    }

    /** Whether an event type has this sample; only types with added fields have an extended or a latest one. */
    boolean isOf(Class<? extends Event> type) {
        return switch (this) {
            case FULL, MINIMAL -> true;
            case EXTENDED -> ADDED.containsKey(type.getSimpleName());
            case LATEST -> ADDED_LAST.containsKey(type.getSimpleName());
            case BARE -> REQUIRED_ONCE.containsKey(type.getSimpleName());
        };
    }

    /** Whether this sample has all the fields that an event type has or, if it has few, requires today. */
    boolean isComplete(Class<? extends Event> type) {
        return switch (this) {
            case FULL -> !EXTENDED.isOf(type) && !LATEST.isOf(type);
            case EXTENDED -> !LATEST.isOf(type);
            case LATEST -> true;
            case MINIMAL -> !BARE.isOf(type);
            case BARE -> true;
        };
    }

    private Object value(Class<?> owner, Type type, String field) {
        if (type instanceof ParameterizedType list && list.getActualTypeArguments()[0] == MatterReference.class) {
            return List.of(MatterReference.parse("meeting/anchorage"), MatterReference.parse("ceasefire/alaska"));
        } else if (type instanceof ParameterizedType list && list.getActualTypeArguments()[0] == Handover.class) {
            return List.of(sample(Handover.class));
        } else if (type == VoteOutcome.class) {
            return VoteOutcome.VETOED;
        } else if (type == String.class) {
            return TEXTS.getOrDefault(field, "The " + field + ", in words.");
        } else if (type == Actors.class) {
            return actors(owner, field);
        } else if (type == Edtf.class) {
            return Edtf.parse(DATES.getOrDefault(field, "2025-08?"));
        } else if (type == boolean.class || type == Boolean.class) {
            return !isSmall();
        } else if (type == Development.class) {
            return development(DomainCatalogue.events().get("CeasefireRejected"));
        }
        if (field.equals("partOf") && type == PartyCode.class) {
            return new PartyCode("EU");
        }
        Object only = Map.<Type, Object>of(
                        PartyCode.class, new PartyCode("TUR"),
                        PartyRole.class, PartyRole.MEDIATOR,
                        ShortName.class, new ShortName("paris-package-2"),
                        BigDecimal.class, new BigDecimal("12.5"),
                        UUID.class, TARGET,
                        Grade.class, new Grade("C3"),
                        Source.class, !isSmall() ? SOURCE : new Source("Wire", "A report"))
                .get(type);
        return only != null ? only : ((Class<?>) type).getEnumConstants()[!isSmall() ? 1 : 0];
    }

    private Actors actors(Class<?> owner, String field) {
        if (owner == MultilateralAgreementSigned.class || owner == SignMultilateralAgreement.class) {
            return Actors.of("UKR", "USA", "GBR");
        } else if (field.equals("between")) {
            return Actors.of("UKR", "USA");
        }
        return !isSmall() ? new Actors(List.of(PUTIN, Actor.of("BLR"))) : Actors.of("RUS");
    }

    private static boolean hasTitle(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> component.getName().equals("title"));
    }
}
