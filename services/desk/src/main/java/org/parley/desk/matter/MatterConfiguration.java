package org.parley.desk.matter;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The matter page. */
@Configuration(proxyBeanMethods = false)
@Import(MatterPageController.class)
public class MatterConfiguration {}
