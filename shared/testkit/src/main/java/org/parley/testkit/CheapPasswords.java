package org.parley.testkit;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Makes services under test hash passwords by bcrypt at its lowest cost: at the default cost, each sign-in takes 100 ms
 * of processor time.
 */
@AutoConfiguration(beforeName = "org.parley.access.AccessAutoConfiguration")
@ConditionalOnClass(BCryptPasswordEncoder.class)
public class CheapPasswords {
    private static final int LOWEST_COST = 4;

    @Bean
    BCryptPasswordEncoder cheapPasswordEncoder() {
        return new BCryptPasswordEncoder(LOWEST_COST);
    }
}
