package org.parley.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a request to {@code /api} may carry.
 *
 * @param maxBody the largest body of an ordinary request (1MB is 1,048,576 bytes)
 * @param maxBatchBody the largest body of {@code POST /api/commands/batch}
 */
@ConfigurationProperties("parley.http")
record BodyProperties(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("64MB") DataSize maxBatchBody) {}
