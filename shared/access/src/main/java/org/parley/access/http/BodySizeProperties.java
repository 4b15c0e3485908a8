package org.parley.access.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The maximum size of request bodies under {@code /api}.
 *
 * @param maxBody the maximum for a request other than a batch (1MB is 1,048,576 bytes)
 * @param maxBatchBody the maximum for {@code POST /api/commands/batch}
 */
@ConfigurationProperties("parley.http")
public record BodySizeProperties(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("64MB") DataSize maxBatchBody) {}
