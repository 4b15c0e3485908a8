package org.parley.desk.card;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pictures of shared links. */
@Configuration(proxyBeanMethods = false)
@Import(CardController.class)
public class CardConfiguration {}
