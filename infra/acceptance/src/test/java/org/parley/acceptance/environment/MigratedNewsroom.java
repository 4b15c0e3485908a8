package org.parley.acceptance.environment;

/**
 * The data of the newsroom that was moved to the services.
 *
 * @param command the last command it recorded
 * @param state the content hash of its negotiation's state
 * @param export its negotiation's verifiable export
 */
public record MigratedNewsroom(String command, String state, NegotiationExport export) {}
