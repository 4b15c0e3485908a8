package org.parley.contract.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public key that verifies signed notes: Ed25519 (RFC 8032).
 *
 * @see <a href="https://c2sp.org/signed-note">C2SP: signed note</a>
 */
public final class VerifierKey {
    private static final Pattern FORM = Pattern.compile("([^\\s+]+)\\+([0-9a-f]{8})\\+(\\S+)");
    private static final Pattern NAME = Pattern.compile("[^\\s\\p{Z}\\p{Cntrl}+]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final byte ED25519 = 1;
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;

    /** The X.509 prefix of a 32-byte public key (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] key;
    private final PublicKey publicKey;

    private VerifierKey(String name, byte[] key) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is not a key name: a name has no spaces and no '+'");
        }
        this.name = name;
        this.key = key;
        try {
            this.publicKey = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(ByteArrays.join(X509_PREFIX, key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 public key", e);
        }
    }

    /**
     * The key with a name.
     *
     * @throws IllegalArgumentException when it is not an Ed25519 key, or the name is empty or has a space or plus in it
     */
    public static VerifierKey of(String name, PublicKey publicKey) {
        byte[] encoded = publicKey.getEncoded();
        byte[] key = ByteArrays.after(Math.max(encoded.length - KEY_BYTES, 0), encoded);
        if (!Arrays.equals(encoded, ByteArrays.join(X509_PREFIX, key))) {
            throw new IllegalArgumentException("not an Ed25519 public key but " + publicKey.getAlgorithm());
        }
        return new VerifierKey(name, key);
    }

    /**
     * Parses {@code name+id+key}.
     *
     * @throws IllegalArgumentException when it is malformed, not Ed25519, or the id does not match name and key
     */
    public static VerifierKey parse(String text) {
        Matcher parts = FORM.matcher(text);
        byte[] typed = parts.matches() ? StrictBase64.decode(parts.group(3)) : new byte[0];
        if (typed.length != 1 + KEY_BYTES || typed[0] != ED25519) {
            throw new IllegalArgumentException("not the verifier key of a signed note with Ed25519: " + text);
        }
        VerifierKey verifier = new VerifierKey(parts.group(1), ByteArrays.after(1, typed));
        if (!HexFormat.of().formatHex(verifier.id()).equals(parts.group(2))) {
            throw new IllegalArgumentException("the verifier key is damaged: its id does not match: " + text);
        }
        return verifier;
    }

    /** The name of the key. */
    public String name() {
        return name;
    }

    /** The key id: the first four bytes of the SHA-256 of name, line break, type and key. */
    byte[] id() {
        MessageDigest digest = TreeHash.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(ED25519);
        return ByteArrays.first(ID_BYTES, digest.digest(key));
    }

    /** Whether this key signed the note. False when the note has any invalid signature of this key. */
    public boolean hasSigned(SignedNote note) {
        String id = HexFormat.of().formatHex(id());
        var signatures = note.signatures().stream()
                .filter(signature ->
                        signature.name().equals(name) && signature.keyId().equals(id))
                .toList();
        return !signatures.isEmpty()
                && signatures.stream().allMatch(signature -> verifies(note.signedBytes(), signature.bytes()));
    }

    private boolean verifies(byte[] text, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(publicKey);
            ed25519.update(text);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // the signature is malformed
        }
    }

    /** The form that signed notes use: {@code name+id+key}. */
    @Override
    public String toString() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(ByteArrays.join(new byte[] {ED25519}, key));
    }
}
