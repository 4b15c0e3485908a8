package org.parley.contract.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** The private key that signs notes: Ed25519 (RFC 8032), stored as PKCS#8 in PEM (RFC 8410). */
public final class SigningKey {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int LINE_LENGTH = 64;

    private final PrivateKey privateKey;
    private final VerifierKey verifier;

    private SigningKey(String name, PrivateKey privateKey) throws GeneralSecurityException {
        this.privateKey = privateKey;
        this.verifier = VerifierKey.of(name, publicKeyOf(privateKey).getPublic());
        if (!verifier.hasSigned(sign("That this key fits itself\n"))) {
            throw new IllegalArgumentException("the public key cannot be derived from the private key");
        }
    }

    /** Generates a key with this name. */
    public static SigningKey generate(String name) {
        try {
            return new SigningKey(
                    name,
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    /**
     * The key of a PEM file, as {@link #pem} or {@code openssl genpkey -algorithm ed25519} writes it.
     *
     * @throws IllegalArgumentException when it is not an Ed25519 private key
     */
    public static SigningKey parse(String name, String pem) {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("not a private key: no " + BEGIN);
        }
        try {
            byte[] pkcs8 = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
            return new SigningKey(
                    name, KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 private key in PKCS#8", e);
        }
    }

    /** The key in PEM. It is a secret. */
    public String pem() {
        String base64 = Base64.getMimeEncoder(LINE_LENGTH, new byte[] {'\n'}).encodeToString(privateKey.getEncoded());
        return BEGIN + "\n" + base64 + "\n" + END + "\n";
    }

    /** The public key. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** Signs a text that ends with a line break. Deterministic: equal texts have equal signatures. */
    public SignedNote sign(String text) {
        try {
            SignedNote unsigned = new SignedNote(text, List.of());
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(privateKey);
            ed25519.update(unsigned.signedBytes());
            return new SignedNote(
                    text, List.of(SignedNote.Signature.of(verifier.name(), verifier.id(), ed25519.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the log key does not sign", e);
        }
    }

    /** Java cannot derive the public key from a private key, but its generator can when the seed bytes are 'random'. */
    private static KeyPair publicKeyOf(PrivateKey privateKey) throws GeneralSecurityException {
        byte[] secret = ((EdECPrivateKey) privateKey)
                .getBytes()
                .orElseThrow(() -> new IllegalArgumentException("the private key cannot be exported"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(255, new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(secret, 0, bytes, 0, bytes.length);
            }
        });
        return generator.generateKeyPair();
    }
}
