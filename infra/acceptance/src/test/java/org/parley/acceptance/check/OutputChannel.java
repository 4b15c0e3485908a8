package org.parley.acceptance.check;

import java.util.List;

/**
 * One output of a negotiation's developments, in the order in which it delivered them.
 *
 * @param name the output's name, such as 'Kafka'
 * @param mayRepeat whether the output may repeat developments (at least once) or not (exactly once)
 */
public record OutputChannel(String name, boolean mayRepeat, List<ObservedEntry> entries) {}
