package org.parley.desk.changes;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What changed. */
@Configuration(proxyBeanMethods = false)
@Import(ChangesController.class)
public class ChangesConfiguration {}
