package org.parley.desk.trail;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The trail page. */
@Configuration(proxyBeanMethods = false)
@Import(TrailPageController.class)
public class TrailPageConfiguration {}
