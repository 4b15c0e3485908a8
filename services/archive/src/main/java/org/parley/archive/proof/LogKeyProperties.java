package org.parley.archive.proof;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The key that signs checkpoints.
 *
 * @param logKeyFile the file that holds it, as PKCS#8 in PEM; made at the first start. Archives of the same newsroom share it
 * @param logKeyName its name in signatures; changed, it is another key for whoever checks. No spaces, no plus
 */
@ConfigurationProperties("parley.archive")
record LogKeyProperties(
        @DefaultValue("data/log-key") Path logKeyFile,
        @DefaultValue("parley") String logKeyName) {}
