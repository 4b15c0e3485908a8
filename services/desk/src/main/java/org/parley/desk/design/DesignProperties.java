package org.parley.desk.design;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether there is a page of the design.
 *
 * @param design whether {@code /design} shows all tokens and components, for those who work on the desk
 */
@ConfigurationProperties("parley.desk")
record DesignProperties(@DefaultValue("false") boolean design) {}
