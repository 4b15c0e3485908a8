package org.parley.desk.bulk;

import org.parley.desk.api.Ledger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Files of developments. */
@Configuration(proxyBeanMethods = false)
@Import(BulkController.class)
public class BulkConfiguration {
    @Bean
    Imports imports(Ledger ledger) {
        return new Imports(ledger);
    }
}
