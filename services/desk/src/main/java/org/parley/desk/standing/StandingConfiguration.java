package org.parley.desk.standing;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The overview of a negotiation. */
@Configuration(proxyBeanMethods = false)
@Import(StandingController.class)
public class StandingConfiguration {}
