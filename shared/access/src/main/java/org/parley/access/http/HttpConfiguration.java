package org.parley.access.http;

import java.util.List;
import org.parley.access.problem.ProblemDetailAdvice;
import org.parley.access.problem.UnexpectedErrorAdvice;
import org.parley.access.problem.UnreadableBodyAdvice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The beans for the HTTP rules of all endpoints. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemDetailAdvice.class, UnexpectedErrorAdvice.class, UnreadableBodyAdvice.class})
public class HttpConfiguration {
    @Bean
    WebMvcRegistrations singleFormatRegistrations() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new SingleFormatHandlerMapping();
            }
        };
    }

    @Bean
    WebMvcConfigurer queryParameterConfigurer(ObjectProvider<CommonQueryParameter> common) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(
                                new UnknownParameterInterceptor(common.stream().toList()))
                        .addPathPatterns("/api/**", "/feeds/**")
                        .order(Ordered.HIGHEST_PRECEDENCE);
            }

            @Override
            public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
                configurer.strategies(List.of(new SingleFormatHandlerMapping.SingleFormatNegotiation()));
            }
        };
    }
}
