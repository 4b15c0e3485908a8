package org.parley.access.session;

import org.parley.domain.language.BilingualText;

/** A limit of live streams is reached; the message says which one and what to do. */
public final class StreamLimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean ofClient;
    private final transient BilingualText detail;

    StreamLimitException(boolean ofClient, String english, String spanish) {
        super(english, null, false, false);
        this.ofClient = ofClient;
        this.detail = new BilingualText(english, spanish);
    }

    /** Whether the limit of the client is reached (429), rather than the total (503). */
    public boolean isClientLimit() {
        return ofClient;
    }

    /** The message, for the client. */
    public BilingualText detail() {
        return detail;
    }
}
