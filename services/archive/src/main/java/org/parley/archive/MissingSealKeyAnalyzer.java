package org.parley.archive;

import org.parley.contract.seal.MissingSealKeyException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do when there is no key to tell the ledger's records by. */
final class MissingSealKeyAnalyzer extends AbstractFailureAnalyzer<MissingSealKeyException> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, MissingSealKeyException cause) {
        return new FailureAnalysis(cause.getMessage(), MissingSealKeyException.ACTION, cause);
    }
}
