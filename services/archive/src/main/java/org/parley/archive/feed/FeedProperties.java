package org.parley.archive.feed;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where feeds link to.
 *
 * @param publicUrl the address of the desk as readers know it, without a slash at the end; if empty, the address to
 *     which the request for the feed was sent
 */
@ConfigurationProperties("parley.archive.feed")
public record FeedProperties(@DefaultValue("") String publicUrl) {}
