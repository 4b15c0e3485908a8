package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.Test;
import org.parley.contract.Json;
import tools.jackson.databind.JsonNode;

/** Verifies proofs and signatures with independent implementations: the verifier of Sigstore, and Bouncy Castle. */
class IndependentProofTest {
    private static final String PATH = "/api/negotiations/" + AlaskaStory.NEGOTIATION;
    private static final int ALGORITHM_BYTE = 1;
    private static final int KEY_ID_BYTES = 4;

    private final ArchiveFixture archive = AlaskaStory.archive();
    private final List<String> checkpoint =
            archive.get(PATH + "/checkpoint").body().lines().toList();

    private static byte[] leaf(String line) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update((byte) 0);
        return sha256.digest(line.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyInclusionProofVerifies() throws Exception {
        List<String> export =
                archive.get(PATH + "/export?format=ndjson").body().lines().toList();
        long size = Long.parseLong(checkpoint.get(1));
        byte[] root = Base64.getDecoder().decode(checkpoint.get(2));
        assertThat(export).hasSize((int) size);
        for (int position = 1; position <= size; position++) {
            JsonNode proof =
                    Json.MAPPER.readTree(archive.get(PATH + "/proofs/inclusion?position=" + position + "&size=" + size)
                            .body());
            List<byte[]> hashes = proof.path("hashes")
                    .valueStream()
                    .map(hash -> Base64.getDecoder().decode(hash.asString()))
                    .toList();
            InclusionProofVerifier.verify(leaf(export.get(position - 1)), position - 1, size, hashes, root);
            int index = position - 1;
            assertThatThrownBy(() ->
                            InclusionProofVerifier.verify(leaf(export.get(index) + " "), index, size, hashes, root))
                    .isInstanceOf(InclusionProofVerificationException.class);
        }
    }

    @Test
    void checkpointSignatureVerifies() {
        String[] key = archive.get("/api/log-key").body().strip().split("\\+", 3);
        byte[] typed = Base64.getDecoder().decode(key[2]);
        byte[] publicKey = Arrays.copyOfRange(typed, ALGORITHM_BYTE, typed.length);
        String signatureLine = checkpoint.get(4);
        byte[] signature = Base64.getDecoder().decode(signatureLine.split(" ")[2]);
        byte[] text = (String.join("\n", checkpoint.subList(0, 3)) + "\n").getBytes(StandardCharsets.UTF_8);

        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(publicKey));
        verifier.update(text, 0, text.length);
        assertThat(verifier.verifySignature(Arrays.copyOfRange(signature, KEY_ID_BYTES, signature.length)))
                .isTrue();
        assertThat(checkpoint.get(0)).isEqualTo("parley/" + AlaskaStory.NEGOTIATION);
        assertThat(checkpoint.get(3)).isEmpty();
    }
}
