package org.parley.contract.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with signatures.
 *
 * @param text ends with a line break
 * @see <a href="https://c2sp.org/signed-note">C2SP: signed note</a>
 */
public record SignedNote(String text, List<Signature> signatures) {
    /** The maximum length of a note in characters. */
    public static final int LENGTH_MAX = 1_000_000;

    private static final Pattern SIGNATURE_LINE = Pattern.compile("— (\\S+) (\\S+)");
    private static final int ID_BYTES = 4;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException("a note's text ends with a line break and has no control characters");
        }
    }

    /**
     * A signature line.
     *
     * @param name the key's name
     * @param keyId the key's id, as the hexadecimal form of its four bytes
     * @param signature the signature of the text in base64
     */
    public record Signature(String name, String keyId, String signature) {
        static Signature of(String name, byte[] keyId, byte[] signature) {
            return new Signature(
                    name, HexFormat.of().formatHex(keyId), Base64.getEncoder().encodeToString(signature));
        }

        byte[] bytes() {
            return Base64.getDecoder().decode(signature);
        }

        private String line() {
            return "— " + name + " "
                    + Base64.getEncoder()
                            .encodeToString(ByteArrays.join(HexFormat.of().parseHex(keyId), bytes())) + "\n";
        }
    }

    /**
     * Parses a note without verifying its signatures; {@link VerifierKey#hasSigned} verifies them.
     *
     * @throws IllegalArgumentException when it is not a signed note
     */
    public static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (note.length() > LENGTH_MAX || end < 0 || !note.endsWith("\n") || end + 2 == note.length()) {
            throw new IllegalArgumentException("not a signed note: a text, an empty line, and signature lines");
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : note.substring(end + 2, note.length() - 1).split("\n", -1)) {
            Matcher parts = SIGNATURE_LINE.matcher(line);
            byte[] signature = parts.matches() ? StrictBase64.decode(parts.group(2)) : new byte[0];
            if (signature.length <= ID_BYTES) {
                throw new IllegalArgumentException("not a signature line: " + line);
            }
            signatures.add(Signature.of(
                    parts.group(1), ByteArrays.first(ID_BYTES, signature), ByteArrays.after(ID_BYTES, signature)));
        }
        return new SignedNote(note.substring(0, end + 1), signatures);
    }

    /** The bytes that are signed: the text in UTF-8, without the empty line. */
    byte[] signedBytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The note as it is sent. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }
}
