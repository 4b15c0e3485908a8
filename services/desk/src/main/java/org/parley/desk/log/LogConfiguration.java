package org.parley.desk.log;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The box "What happened?". */
@Configuration(proxyBeanMethods = false)
@Import(LogController.class)
public class LogConfiguration {}
