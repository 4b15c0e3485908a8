package org.parley.desk.matter;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A matter. */
@Configuration(proxyBeanMethods = false)
@Import(MatterPageController.class)
public class MatterConfiguration {}
