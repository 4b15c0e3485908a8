package org.parley.desk.entry;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The entry page. */
@Configuration(proxyBeanMethods = false)
@Import(EntryController.class)
public class EntryConfiguration {}
