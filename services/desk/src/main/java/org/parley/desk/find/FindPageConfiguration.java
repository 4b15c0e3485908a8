package org.parley.desk.find;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The search pages and the saved views. */
@Configuration(proxyBeanMethods = false)
@Import({FindPageController.class, SavedViewController.class, SavedViewAdvice.class})
public class FindPageConfiguration {}
