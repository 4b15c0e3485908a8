package org.parley.archive.proof;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the key that signs checkpoints, {@code parley.archive.log-key-*}.
 *
 * @param logKeyFile the file with the key as PKCS#8 in PEM, created at the first start; archives of a newsroom share it
 * @param logKeyName the key name in signatures, without spaces or plus signs; verifiers treat another name as another
 *     key
 */
@ConfigurationProperties("parley.archive")
record LogKeyProperties(
        @DefaultValue("data/log-key") Path logKeyFile,
        @DefaultValue("parley") String logKeyName) {}
