package org.parley.desk.design;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The page of the design. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DesignProperties.class)
@Import(DesignPageController.class)
public class DesignConfiguration {}
