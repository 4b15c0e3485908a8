package org.parley.desk.timeline;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The timeline. */
@Configuration(proxyBeanMethods = false)
@Import(TimelineController.class)
public class TimelineConfiguration {}
