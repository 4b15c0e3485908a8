package org.parley.contract.proof;

import java.util.Base64;

/** Base64 in the one form that an encoder writes: what reads as the same bytes but is written otherwise is refused. */
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
