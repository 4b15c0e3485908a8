package org.parley.desk.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the desk finds the services it asks.
 *
 * @param ledgerUrl the ledger's address, such as {@code http://ledger:8080}; if empty, this very server
 * @param archiveUrl the archive's address; if empty, this very server
 * @param patience how long a service may be silent, before its answer or within it
 */
@ConfigurationProperties("parley.desk")
record DeskProperties(
        @Nullable String ledgerUrl,
        @Nullable String archiveUrl,
        @DefaultValue("30s") Duration patience) {}
