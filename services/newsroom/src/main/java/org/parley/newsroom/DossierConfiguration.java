package org.parley.newsroom;

import org.parley.access.Accounts;
import org.parley.access.FirstSignIn;
import org.parley.access.Passes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The bundled dossier and the report that is printed after the start. */
@Configuration(proxyBeanMethods = false)
class DossierConfiguration {
    @Bean
    Dossier dossier(@Value("${parley.newsroom.dossier:true}") boolean enabled, Accounts accounts, Passes passes) {
        return new Dossier(enabled, accounts, passes);
    }

    @Bean
    Welcome welcome(
            Environment environment,
            Dossier dossier,
            FirstSignIn firstSignIn,
            @Value("${" + KafkaAccess.SUBSCRIBERS + "}") String kafka) {
        return new Welcome(environment, dossier, firstSignIn, kafka);
    }
}
