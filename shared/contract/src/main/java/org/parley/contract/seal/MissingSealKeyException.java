package org.parley.contract.seal;

/** No seal key is configured: the ledger cannot publish, and the archive cannot verify any record. */
public final class MissingSealKeyException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** How to configure the key. */
    public static final String ACTION =
            "Give every ledger and archive the same secret text of at least " + SealKey.BYTES_MIN
                    + " bytes as " + SealKeys.PROPERTY
                    + ": the environment variable PARLEY_STREAM_SEAL_KEY, or a file with that name"
                    + " in /run/secrets. infra/docker/make-secrets generates one for docker-compose.yml.";

    MissingSealKeyException() {
        super(SealKeys.PROPERTY + " is not set: the ledger seals every record on Kafka with it, and readers reject"
                + " records without a valid seal. " + ACTION);
    }
}
