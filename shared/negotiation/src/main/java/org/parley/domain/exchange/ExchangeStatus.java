package org.parley.domain.exchange;

/** The states of an exchange. */
public enum ExchangeStatus {
    PROPOSED,
    AGREED,
    PARTLY_DONE,
    DONE,
    CALLED_OFF
}
