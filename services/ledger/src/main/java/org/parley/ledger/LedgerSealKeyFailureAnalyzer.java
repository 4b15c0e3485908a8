package org.parley.ledger;

import org.parley.contract.seal.MissingSealKeyException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains what to do if no seal key is configured. */
final class LedgerSealKeyFailureAnalyzer extends AbstractFailureAnalyzer<MissingSealKeyException> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, MissingSealKeyException cause) {
        return new FailureAnalysis(cause.getMessage(), MissingSealKeyException.ACTION, cause);
    }
}
