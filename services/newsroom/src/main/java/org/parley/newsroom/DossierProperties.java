package org.parley.newsroom;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code parley.dossiers}.
 *
 * @param dossiers the bundled dossiers that a start loads, in this order; empty for none
 */
@ConfigurationProperties("parley")
record DossierProperties(
        @DefaultValue({"ukraine-2025", "colombia-2012"}) List<String> dossiers) {}
