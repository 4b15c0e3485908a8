package org.parley.testkit.prerequisite;

import java.util.List;

/** The images that containers are started from or built on, as docker-compose.yml and the Dockerfile name them. */
public final class Images {
    public static final String POSTGRES = "postgres:18";
    public static final String KAFKA = "apache/kafka:4.2.2";
    static final String JRE = "eclipse-temurin:25-jre";

    public static final List<String> ALL = List.of(POSTGRES, KAFKA, JRE);

    private Images() {}
}
