package org.parley.desk.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The addresses of the services that the desk calls.
 *
 * @param ledgerUrl the ledger's address, such as {@code http://ledger:8080}; empty means this server
 * @param archiveUrl the archive's address; empty means this server
 * @param patience the read timeout, before a response and within it
 */
@ConfigurationProperties("parley.desk")
record DeskProperties(
        @Nullable String ledgerUrl,
        @Nullable String archiveUrl,
        @DefaultValue("30s") Duration patience) {}
