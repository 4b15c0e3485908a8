package org.parley.ledger.aggregate;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Registers the aggregates of all kinds. */
@Configuration(proxyBeanMethods = false)
@Import({
    NegotiationAggregate.class,
    MeetingAggregate.class,
    CeasefireAggregate.class,
    WarningAggregate.class,
    UnderstandingAggregate.class,
    DemandAggregate.class,
    GuaranteeAggregate.class,
    AgreementAggregate.class,
    VoteAggregate.class,
    ExchangeAggregate.class,
    QuestionAggregate.class
})
public class MatterAggregateConfiguration {
    /** The name of the cache bean. */
    public static final String CACHE = "aggregateCache";
}
