package org.parley.archive.proof;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.archive.query.QueryProblemException;
import org.parley.contract.proof.SigningKey;
import org.parley.contract.proof.TrailCheckpoint;
import org.parley.contract.proof.TreeHash;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signed checkpoints, and the verifier key, over HTTP. */
@RestController
@Tag(name = "Proofs", description = "Proofs that a trail was never altered")
final class SignedCheckpointController {
    private static final String TEXT = "text/plain;charset=UTF-8";

    private final TrailMerkleTrees trees;
    private final SigningKey key;
    private final TreeSealStatus sealed;

    SignedCheckpointController(TrailMerkleTrees trees, SigningKey key, TreeSealStatus sealed) {
        this.trees = trees;
        this.key = key;
        this.sealed = sealed;
    }

    @DocumentedResponse(mediaTypes = "text/plain", description = "The signed note")
    @Operation(
            operationId = "checkpoint",
            summary = "A signed checkpoint of a trail",
            description = "A C2SP signed note (c2sp.org/tlog-checkpoint): origin 'parley/{negotiation}', the number of"
                    + " entries, the root hash of the Merkle tree over them (RFC 9162), an empty line, and the"
                    + " signature by the log key. A size always has the same checkpoint. 503 after an upgrade,"
                    + " while the live trees may contain records without a seal.")
    @GetMapping(path = "/api/negotiations/{negotiation}/checkpoint", produces = TEXT)
    String checkpoint(
            @PathVariable String negotiation,
            @Parameter(description = "The number of entries of the checkpoint; all current ones by default")
                    @RequestParam(required = false)
                    @Nullable String size) {
        if (!sealed.isSealed()) {
            throw QueryProblemException.unavailable(
                    "The live trees are of an earlier version, which accepted records without a seal. They are not"
                            + " signed; new ones are being built. GET /api/projections shows the progress.",
                    "Los árboles vigentes son de una versión anterior, que admitía registros sin sello. No se firman;"
                            + " se están construyendo otros. GET /api/projections muestra el avance.");
        }
        long entries = EntryCountParameter.requireOrAll("size", size, 0, trees.size(negotiation));
        EntryCountParameter.fix(size);
        TreeHash root = trees.query(negotiation, tree -> tree.root(entries));
        return key.sign(TrailCheckpoint.of(negotiation, entries, root).text()).toString();
    }

    @DocumentedResponse(mediaTypes = "text/plain", description = "The verifier key")
    @Operation(
            operationId = "logKey",
            summary = "The verifier key of checkpoints",
            description =
                    "The verifier key of a C2SP signed note (c2sp.org/signed-note): name+id+key. Keep it to verify"
                            + " later checkpoints.")
    @GetMapping(path = "/api/log-key", produces = TEXT)
    String logKey() {
        return key.verifier() + "\n";
    }
}
