package org.parley.archive;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The archive as its own process. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class ArchiveApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(ArchiveApplication.class, arguments);
    }
}
