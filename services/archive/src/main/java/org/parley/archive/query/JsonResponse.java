package org.parley.archive.query;

import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** JSON responses, written by the mapper of the contract. */
public final class JsonResponse {
    private JsonResponse() {}

    /** 200 with this JSON. */
    public static ResponseEntity<byte[]> of(JsonNode json) {
        return of(Json.MAPPER.writeValueAsBytes(json));
    }

    /** 200 with serialised JSON. */
    public static ResponseEntity<byte[]> of(byte[] json) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
    }

    /**
     * 200 with this JSON, or 304 if the client has the same content.
     *
     * @param hash the hash of the content without the parts that only repeat the query
     * @param ifNoneMatch the header of the request
     */
    public static ResponseEntity<byte[]> of(JsonNode json, String hash, @Nullable String ifNoneMatch) {
        String etag = "W/\"" + hash + "\"";
        boolean known = ifNoneMatch != null && ifNoneMatch.contains("\"" + hash + "\"");
        if (known) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(etag).build();
        }
        HttpHeaders headers = new HttpHeaders();
        headers.setETag(etag);
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setCacheControl("no-cache");
        return new ResponseEntity<>(Json.MAPPER.writeValueAsBytes(json), headers, HttpStatus.OK);
    }
}
