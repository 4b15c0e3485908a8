package org.parley.desk.overview;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where a negotiation stands, and its matters. */
@Configuration(proxyBeanMethods = false)
@Import({OverviewController.class, MatterListPageController.class})
public class OverviewConfiguration {}
