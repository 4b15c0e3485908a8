package org.parley.desk.token;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages for API tokens. */
@Configuration(proxyBeanMethods = false)
@Import(TokenController.class)
public class TokenConfiguration {}
