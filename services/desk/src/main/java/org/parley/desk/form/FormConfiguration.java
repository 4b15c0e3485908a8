package org.parley.desk.form;

import java.time.Clock;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.LedgerClient;
import org.parley.desk.page.PageMessages;
import org.parley.desk.proposal.RecentNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The command forms. */
@Configuration(proxyBeanMethods = false)
@Import(CommandFormController.class)
public class FormConfiguration {
    @Bean
    RecentNames recentNames(ArchiveClient archive, Clock clock) {
        return new RecentNames(archive, clock);
    }

    @Bean
    CommandFormService commandForms(ArchiveClient archive, RecentNames names, Clock clock) {
        return new CommandFormService(archive, names, clock);
    }

    @Bean
    FormPage formPage(
            ArchiveClient archive, LedgerClient ledger, CommandFormService forms, PageMessages words, Clock clock) {
        return new FormPage(archive, ledger, forms, words, clock);
    }

    @Bean
    FormSubmission formSubmission(ArchiveClient archive, LedgerClient ledger, CommandFormService forms, FormPage page) {
        return new FormSubmission(archive, ledger, forms, page);
    }
}
