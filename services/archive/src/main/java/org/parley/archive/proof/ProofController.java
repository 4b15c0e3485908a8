package org.parley.archive.proof;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.archive.query.JsonResponse;
import org.parley.archive.query.QueryProblemException;
import org.parley.contract.Json;
import org.parley.contract.proof.ConsistencyProof;
import org.parley.contract.proof.InclusionProof;
import org.parley.contract.proof.TreeHash;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Inclusion and consistency proofs of a trail over HTTP. */
@RestController
@RequestMapping(path = "/api/negotiations/{negotiation}/proofs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Proofs", description = "Proofs that a trail was never altered")
final class ProofController {
    private final TrailMerkleTrees trees;

    ProofController(TrailMerkleTrees trees) {
        this.trees = trees;
    }

    @DocumentedResponse(value = "InclusionProof", description = "The proof")
    @Operation(
            operationId = "inclusionProof",
            summary = "The proof that an entry is in a trail",
            description = "The audit path from the leaf of the entry to the root, as base64 hashes (RFC 9162, 2.1.3)."
                    + " The leaf index is position - 1. 'root' is the root that the checkpoint of this size signs.")
    @GetMapping("/inclusion")
    ResponseEntity<byte[]> inclusion(
            @PathVariable String negotiation,
            @Parameter(description = "The entry's position: 1, 2, 3 …", required = true)
                    @RequestParam(required = false)
                    @Nullable String position,
            @Parameter(description = "The number of entries of the trail; all current ones by default")
                    @RequestParam(required = false)
                    @Nullable String size) {
        long existing = trees.size(negotiation);
        long entries = EntryCountParameter.requireOrAll("size", size, 1, existing);
        long entry = EntryCountParameter.require("position", position, 1, existing);
        if (entry > entries) {
            throw QueryProblemException.badRequest(
                    "/position", "must not be larger than size", "no debe ser mayor que size");
        }
        InclusionProof proof = trees.query(negotiation, tree -> tree.inclusion(entry - 1, entries));
        EntryCountParameter.fix(position, size);
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("position", entry);
        json.put("size", entries);
        json.put("root", trees.query(negotiation, tree -> tree.root(entries)).base64());
        return JsonResponse.of(with(json, proof.hashes()));
    }

    @DocumentedResponse(value = "ConsistencyProof", description = "The proof")
    @Operation(
            operationId = "consistencyProof",
            summary = "The proof that a later trail extends an earlier one",
            description = "The base64 hashes from which the roots of both sizes can be computed (RFC 9162, 2.1.4).")
    @GetMapping("/consistency")
    ResponseEntity<byte[]> consistency(
            @PathVariable String negotiation,
            @Parameter(description = "The number of entries of the earlier trail", required = true)
                    @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = "The number of entries of the later trail; all current ones by default")
                    @RequestParam(required = false)
                    @Nullable String to) {
        long existing = trees.size(negotiation);
        long later = EntryCountParameter.requireOrAll("to", to, 1, existing);
        long earlier = EntryCountParameter.require("from", from, 1, existing);
        if (earlier > later) {
            throw QueryProblemException.badRequest("/from", "must not be larger than to", "no debe ser mayor que to");
        }
        ConsistencyProof proof = trees.query(negotiation, tree -> tree.consistency(earlier, later));
        EntryCountParameter.fix(from, to);
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("from", earlier);
        json.put("to", later);
        return JsonResponse.of(with(json, proof.hashes()));
    }

    private static ObjectNode with(ObjectNode json, List<TreeHash> hashes) {
        hashes.stream().map(TreeHash::base64).forEach(json.putArray("hashes")::add);
        return json;
    }
}
