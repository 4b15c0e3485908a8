package org.parley.contract.proof;

import java.util.Base64;

/** Decodes only the base64 that an encoder writes; other encodings of the same bytes are rejected. */
final class StrictBase64 {
    private StrictBase64() {}

    static byte[] decode(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("not base64 as RFC 4648 writes it");
        }
        return bytes;
    }
}
