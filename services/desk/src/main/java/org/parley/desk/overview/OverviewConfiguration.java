package org.parley.desk.overview;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The overview of a negotiation. */
@Configuration(proxyBeanMethods = false)
@Import(OverviewController.class)
public class OverviewConfiguration {}
