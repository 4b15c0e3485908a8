package org.parley.desk.bulk;

import org.parley.desk.api.Archive;
import org.parley.desk.api.Ledger;
import org.parley.desk.page.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The import pages. */
@Configuration(proxyBeanMethods = false)
@Import(BulkController.class)
public class BulkConfiguration {
    @Bean
    Imports imports(Ledger ledger, Archive archive) {
        return new Imports(ledger, archive);
    }

    @Bean
    FileReading fileReading(Archive archive, Words words) {
        return new FileReading(archive, words);
    }
}
