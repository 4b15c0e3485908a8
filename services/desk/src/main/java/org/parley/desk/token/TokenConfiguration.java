package org.parley.desk.token;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Tokens for programs. */
@Configuration(proxyBeanMethods = false)
@Import(TokenController.class)
public class TokenConfiguration {}
