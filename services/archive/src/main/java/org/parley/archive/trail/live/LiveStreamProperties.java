package org.parley.archive.trail.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the live stream, {@code parley.archive.stream.*}.
 *
 * @param streamsMax the maximum number of open streams
 * @param streamsPerClient the maximum number of open streams per client: an account with its tokens, or an address
 *     without an account
 * @param heartbeat the silence after which a comment is sent, so that no proxy closes an idle connection
 * @param look the interval at which the database is polled for commits of other archives, once for all streams
 */
@ConfigurationProperties("parley.archive.stream")
public record LiveStreamProperties(
        @DefaultValue("500") int streamsMax,
        @DefaultValue("50") int streamsPerClient,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("200ms") Duration look) {}
