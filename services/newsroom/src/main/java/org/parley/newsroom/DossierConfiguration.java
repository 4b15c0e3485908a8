package org.parley.newsroom;

import org.parley.access.account.AccountRepository;
import org.parley.access.account.InitialPassword;
import org.parley.access.pass.InternalJwtService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The bundled dossier and the report that is printed after the start. */
@Configuration(proxyBeanMethods = false)
class DossierConfiguration {
    @Bean
    DossierLoader dossier(
            @Value("${parley.newsroom.dossier:true}") boolean enabled,
            AccountRepository accounts,
            InternalJwtService passes) {
        return new DossierLoader(enabled, accounts, passes);
    }

    @Bean
    StartupReport welcome(
            Environment environment,
            DossierLoader dossier,
            InitialPassword firstSignIn,
            @Value("${" + NewsroomKafkaAccess.SUBSCRIBERS + "}") String kafka) {
        return new StartupReport(environment, dossier, firstSignIn, kafka);
    }
}
