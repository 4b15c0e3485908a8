package org.parley.desk;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** Starts the desk as a separate process. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class DeskApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(DeskApplication.class, arguments);
    }
}
