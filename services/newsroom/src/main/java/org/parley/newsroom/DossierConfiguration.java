package org.parley.newsroom;

import org.parley.access.account.AccountRepository;
import org.parley.access.account.InitialPassword;
import org.parley.access.pass.InternalJwtService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The bundled dossiers and the report that is printed after the start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DossierProperties.class)
class DossierConfiguration {
    @Bean
    DossierLoader dossiers(DossierProperties properties, AccountRepository accounts, InternalJwtService passes) {
        return new DossierLoader(properties.dossiers(), accounts, passes);
    }

    @Bean
    StartupReport welcome(
            Environment environment,
            DossierLoader dossiers,
            InitialPassword firstSignIn,
            @Value("${" + NewsroomKafkaAccess.SUBSCRIBERS + "}") String kafka) {
        return new StartupReport(environment, dossiers, firstSignIn, kafka);
    }
}
