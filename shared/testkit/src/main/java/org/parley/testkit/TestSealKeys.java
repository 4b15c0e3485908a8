package org.parley.testkit;

import org.parley.contract.seal.SealKey;
import org.parley.contract.seal.SealKeys;

/** The key with which tests seal records. */
public final class TestSealKeys {
    /** The key's text in the configuration. */
    public static final String TEXT = "the key with which tests seal, and nobody else";

    public static final SealKey KEY = SealKey.of(TEXT, "TestSeal.TEXT");

    public static final SealKeys KEYS = SealKeys.only(KEY);

    private TestSealKeys() {}
}
