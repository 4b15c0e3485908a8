package org.parley.ledger;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The ledger as a program of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class LedgerApplication {
    /** Starts it; see the configuration properties for what it needs. */
    public static void main(String[] args) {
        SpringApplication.run(LedgerApplication.class, args);
    }
}
