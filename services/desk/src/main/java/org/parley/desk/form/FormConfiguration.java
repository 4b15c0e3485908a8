package org.parley.desk.form;

import java.time.Clock;
import org.parley.desk.client.ArchiveClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The command forms. */
@Configuration(proxyBeanMethods = false)
@Import(CommandFormController.class)
public class FormConfiguration {
    @Bean
    CommandFormService commandForms(ArchiveClient archive, Clock clock) {
        return new CommandFormService(archive, clock);
    }
}
