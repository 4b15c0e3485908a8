package org.parley.desk.chief;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The operations pages. */
@Configuration(proxyBeanMethods = false)
@Import(ChiefController.class)
public class ChiefConfiguration {}
