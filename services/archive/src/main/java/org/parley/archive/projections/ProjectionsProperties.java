package org.parley.archive.projections;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a projection counts as stuck.
 *
 * @param stuckAfter how long it may not go on, with something to do and Kafka answering, before this process counts as
 *     not ready
 */
@ConfigurationProperties("parley.archive.projections")
record ProjectionsProperties(@DefaultValue("30s") Duration stuckAfter) {}
