package org.parley.contract.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    /** The example of Go's package note, the origin of the specification. */
    private static final String GO_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String GO_NOTE = "This is an example message.\n\n— example.com/foo "
            + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    /** The example of RFC 8410, 10.3, and its public key, 10.1. */
    private static final String RFC_PEM = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
            -----END PRIVATE KEY-----
            """;

    private static final String RFC_PUBLIC_HALF = "Gb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";

    private static final TrailCheckpoint CHECKPOINT = TrailCheckpoint.of("ukraine-2025", 45, TreeHash.OF_EMPTY_TREE);

    private final SigningKey key = SigningKey.generate("parley");

    @Test
    void verifiesANoteThatGoSigned() {
        SignedNote note = SignedNote.parse(GO_NOTE);
        assertThat(VerifierKey.parse(GO_KEY).hasSigned(note)).isTrue();
        assertThat(note).hasToString(GO_NOTE);
        assertThat(VerifierKey.parse(GO_KEY)).hasToString(GO_KEY);
        assertThat(VerifierKey.parse(GO_KEY).hasSigned(SignedNote.parse(GO_NOTE.replace("This", "That"))))
                .isFalse();
    }

    @Test
    void checkpointIsThreeLinesAndASignature() {
        String note = key.sign(CHECKPOINT.text()).toString();
        assertThat(note)
                .startsWith("parley/ukraine-2025\n45\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— parley ")
                .endsWith("\n");
        assertThat(note.lines()).hasSize(5);
        SignedNote read = SignedNote.parse(note);
        assertThat(VerifierKey.parse(key.verifier().toString()).hasSigned(read)).isTrue();
        assertThat(TrailCheckpoint.parse(read.text())).isEqualTo(CHECKPOINT);
        assertThat(key.sign(CHECKPOINT.text())).hasToString(note);
    }

    @Test
    void alteredNoteIsNotSigned() {
        SignedNote note = key.sign(CHECKPOINT.text());
        SignedNote altered = new SignedNote(CHECKPOINT.text().replace("45", "46"), note.signatures());
        assertThat(key.verifier().hasSigned(altered)).isFalse();
        assertThat(SigningKey.generate("parley").verifier().hasSigned(note)).isFalse();
        SignedNote.Signature ours = note.signatures().get(0);
        SignedNote.Signature renamed = new SignedNote.Signature("other", ours.keyId(), ours.signature());
        assertThat(key.verifier().hasSigned(new SignedNote(note.text(), List.of(renamed))))
                .isFalse();
        assertThat(key.verifier().hasSigned(new SignedNote(note.text(), List.of())))
                .isFalse();
    }

    @Test
    void ignoresOtherKeysButRejectsAnInvalidSignatureOfThisKey() {
        SignedNote ours = key.sign(CHECKPOINT.text());
        SignedNote.Signature witness = SigningKey.generate("witness")
                .sign(CHECKPOINT.text())
                .signatures()
                .get(0);
        SignedNote.Signature wrong = key.sign("other\n").signatures().get(0);
        SignedNote.Signature right = ours.signatures().get(0);
        assertThat(key.verifier().hasSigned(new SignedNote(ours.text(), List.of(witness, right))))
                .isTrue();
        assertThat(key.verifier().hasSigned(new SignedNote(ours.text(), List.of(right, wrong))))
                .isFalse();
    }

    @Test
    void restoresAKeyFromPem() {
        SigningKey kept = SigningKey.parse("parley", key.pem());
        assertThat(kept.verifier()).hasToString(key.verifier().toString());
        assertThat(kept.sign("text\n")).hasToString(key.sign("text\n").toString());
        assertThat(SigningKey.parse("parley", RFC_PEM).pem()).isEqualTo(RFC_PEM);
        assertThat(TreeHash.parse(RFC_PUBLIC_HALF).bytes())
                .isEqualTo(publicHalf(SigningKey.parse("parley", RFC_PEM).verifier()));
    }

    private static byte[] publicHalf(VerifierKey verifier) {
        String text = verifier.toString();
        return ByteArrays.after(1, StrictBase64.decode(text.substring(text.indexOf('+', text.indexOf('+') + 1) + 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"})
    void rejectsMalformedPrivateKeys(String pem) {
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.parse("parley", pem));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a+b", "no\u00a0break"})
    void rejectsInvalidKeyNames(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.generate(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/foo",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2"
            })
    void rejectsMalformedVerifierKeys(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "text\n",
                "text\n\n",
                "text\n\n-- parley AAAAAAAA\n",
                "text\n\n— parley\n",
                "text\n\n— parley AAAA\n",
                "text\n\n— parley AAAAAAA*\n",
                "text\n\n— parley AAAAAAAA",
                "te\txt\n\n— parley AAAAAAAA\n"
            })
    void rejectsMalformedNotes(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "parley/a\n1\n",
                "parley/a\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "parley/a\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "parley/a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
                "parley/a\n1\nAAAA\n",
                "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "parley/a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
            })
    void rejectsMalformedCheckpoints(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TrailCheckpoint.parse(text));
    }
}
