package org.parley.contract;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Places in a command.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901, JSON Pointer</a>
 */
final class Pointer {
    private Pointer() {}

    /** The place of a field within a place. */
    static String step(String at, String field) {
        return at + "/" + field.replace("~", "~0").replace("/", "~1");
    }

    /** The last step of a place; empty for the whole. */
    static String last(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    /**
     * The place in a command as it was sent: where one actor stands for a list, or a code for an actor, the steps that
     * only the command written out in full has are left out.
     */
    static String asSent(JsonNode sent, String pointer) {
        JsonNode node = sent;
        StringBuilder place = new StringBuilder();
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            boolean oneForAll = step.equals("0") && !node.isArray() && !node.isMissingNode() && !node.has(step);
            boolean codeForActor = step.equals("party") && node.isString();
            if (!oneForAll && !codeForActor) {
                place.append('/').append(step);
                node = child(node, step.replace("~1", "/").replace("~0", "~"));
            }
        }
        return place.toString();
    }

    private static JsonNode child(JsonNode node, String step) {
        boolean index = node.isArray() && step.matches("\\d{1,9}");
        JsonNode child = index ? node.get(Integer.parseInt(step)) : node.get(step);
        return child == null ? MissingNode.getInstance() : child;
    }
}
