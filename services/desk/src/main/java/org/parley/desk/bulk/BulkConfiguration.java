package org.parley.desk.bulk;

import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.LedgerClient;
import org.parley.desk.page.PageMessages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The import pages. */
@Configuration(proxyBeanMethods = false)
@Import(BulkController.class)
public class BulkConfiguration {
    @Bean
    FileImports imports(LedgerClient ledger, ArchiveClient archive) {
        return new FileImports(ledger, archive);
    }

    @Bean
    ImportFileReader importFileReader(ArchiveClient archive, PageMessages words) {
        return new ImportFileReader(archive, words);
    }
}
