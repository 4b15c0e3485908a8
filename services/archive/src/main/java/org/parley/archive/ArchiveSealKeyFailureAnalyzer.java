package org.parley.archive;

import org.parley.contract.seal.MissingSealKeyException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Describes how to set the key that seals Kafka records, if it is missing. */
final class ArchiveSealKeyFailureAnalyzer extends AbstractFailureAnalyzer<MissingSealKeyException> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, MissingSealKeyException cause) {
        return new FailureAnalysis(cause.getMessage(), MissingSealKeyException.ACTION, cause);
    }
}
