package org.parley.archive.query;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.time.Clock;
import org.parley.access.documentation.OpenApiComponents;
import org.parley.access.http.CommonQueryParameter;
import org.parley.contract.schema.OpenApiStateSchemas;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Configures what all queries share. */
@Configuration(proxyBeanMethods = false)
public class QueryConfiguration {
    @Bean
    WebMvcConfigurer queryInterceptors(DevelopmentAwaiter arrivals, LastRecordedReader trails, Clock clock) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AfterDevelopmentInterceptor(arrivals))
                        .addPathPatterns("/api/**", "/feeds/**");
                registry.addInterceptor(new KnownAtInterceptor(trails, clock)).addPathPatterns("/api/**");
            }
        };
    }

    @Bean
    CommonQueryParameter afterDevelopment() {
        return new CommonQueryParameter(
                AfterDevelopmentInterceptor.PARAMETER, AfterDevelopmentInterceptor::isQueryMethod);
    }

    @Bean
    QueryErrorHandler archiveErrors() {
        return new QueryErrorHandler();
    }

    /** Adds the schemas of the answers to the API description. */
    @Bean
    OpenApiCustomizer archiveResponseSchemas() {
        return api -> {
            OpenApiComponents.addAll(api, QueryConfiguration.class, "/openapi/archive.json");
            OpenApiStateSchemas.all().forEach((name, schema) -> OpenApiComponents.add(api, name, schema.toString()));
        };
    }

    /** Describes the parameter that an interceptor handles, and that no method declares. */
    @Bean
    OperationCustomizer archiveWaitingDescribed() {
        return (operation, handler) -> AfterDevelopmentInterceptor.isQueryMethod(handler)
                ? operation.addParametersItem(new QueryParameter()
                        .name(AfterDevelopmentInterceptor.PARAMETER)
                        .description("The id of a development just logged: waits until it has arrived here; 503"
                                + " after " + AfterDevelopmentInterceptor.WAIT_MAX.toSeconds() + " seconds")
                        .schema(new StringSchema().format("uuid")))
                : operation;
    }
}
