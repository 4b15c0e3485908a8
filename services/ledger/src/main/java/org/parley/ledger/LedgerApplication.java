package org.parley.ledger;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** Runs the ledger as a separate process. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class LedgerApplication {
    /** Starts the ledger; see the configuration properties. */
    public static void main(String[] args) {
        SpringApplication.run(LedgerApplication.class, args);
    }
}
