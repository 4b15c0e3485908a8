package org.parley.desk.standing;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where things stand. */
@Configuration(proxyBeanMethods = false)
@Import(StandingController.class)
public class StandingConfiguration {}
