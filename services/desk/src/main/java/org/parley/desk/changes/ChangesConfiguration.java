package org.parley.desk.changes;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The changes page. */
@Configuration(proxyBeanMethods = false)
@Import(ChangesController.class)
public class ChangesConfiguration {}
