package org.parley.contract.command;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * JSON pointers into a command.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901, JSON Pointer</a>
 */
final class JsonPointers {
    private JsonPointers() {}

    /** The pointer to a field of the object at {@code at}. */
    static String append(String at, String field) {
        return at + "/" + field.replace("~", "~0").replace("/", "~1");
    }

    /** The last segment of a pointer; empty for the pointer to the whole document. */
    static String lastSegment(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    /**
     * Translates a pointer into the normalized command to one into the command as sent. Omits the segments that exist
     * only because a single actor became a list, or a code became an actor.
     */
    static String asSent(JsonNode sent, String pointer) {
        JsonNode node = sent;
        StringBuilder translated = new StringBuilder();
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            boolean oneForAll = step.equals("0") && !node.isArray() && !node.isMissingNode() && !node.has(step);
            boolean codeForActor = step.equals("party") && node.isString();
            if (!oneForAll && !codeForActor) {
                translated.append('/').append(step);
                node = child(node, step.replace("~1", "/").replace("~0", "~"));
            }
        }
        return translated.toString();
    }

    private static JsonNode child(JsonNode node, String step) {
        boolean index = node.isArray() && step.matches("\\d{1,9}");
        JsonNode child = index ? node.get(Integer.parseInt(step)) : node.get(step);
        return child == null ? MissingNode.getInstance() : child;
    }
}
