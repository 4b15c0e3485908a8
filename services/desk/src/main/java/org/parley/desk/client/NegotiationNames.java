package org.parley.desk.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;

/**
 * What a negotiation, its parties and some of its matters are called.
 *
 * @param title the title of the negotiation
 * @param parties the names of all parties by their codes
 * @param matters the titles of the requested matters by their references, such as {@code ceasefire/alaska}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NegotiationNames(String title, Map<String, String> parties, Map<String, String> matters) {}
