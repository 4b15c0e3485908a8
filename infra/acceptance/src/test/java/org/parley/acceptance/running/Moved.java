package org.parley.acceptance.running;

/**
 * What a newsroom had that was moved to the services.
 *
 * @param command the last it recorded, with the development's id
 * @param state the fingerprint of where its talks stood
 * @param export its talks' verifiable export
 */
public record Moved(String command, String state, Export export) {}
