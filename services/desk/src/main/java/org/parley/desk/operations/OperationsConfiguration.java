package org.parley.desk.operations;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The operations pages. */
@Configuration(proxyBeanMethods = false)
@Import(OperationsController.class)
public class OperationsConfiguration {}
