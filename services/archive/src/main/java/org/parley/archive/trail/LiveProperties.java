package org.parley.archive.trail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The live stream.
 *
 * @param streamsMax how many may be open at once
 * @param streamsPerClient how many of them one account with its tokens may have open, or one address without an account
 * @param heartbeat after how much silence a comment is sent, so that nobody on the way takes it for dead
 * @param look how often it is looked whether another archive on this database has taken something in, once for all streams
 */
@ConfigurationProperties("parley.archive.stream")
record LiveProperties(
        @DefaultValue("500") int streamsMax,
        @DefaultValue("50") int streamsPerClient,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("200ms") Duration look) {}
