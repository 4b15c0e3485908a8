package org.parley.archive.question;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import org.parley.access.documentation.Components;
import org.parley.access.http.CommonParameter;
import org.parley.contract.StateSchemas;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Configures what all queries share. */
@Configuration(proxyBeanMethods = false)
public class QuestionConfiguration {
    @Bean
    WebMvcConfigurer archiveWaiting(Arrivals arrivals) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AfterDevelopment(arrivals)).addPathPatterns("/api/**");
            }
        };
    }

    @Bean
    CommonParameter afterDevelopment() {
        return new CommonParameter(AfterDevelopment.PARAMETER, AfterDevelopment::canBeAskedOf);
    }

    @Bean
    QuestionErrors archiveErrors() {
        return new QuestionErrors();
    }

    /** Adds the schemas of the answers to the API description. */
    @Bean
    OpenApiCustomizer archiveAnswersDescribed() {
        return api -> {
            Components.addAll(api, QuestionConfiguration.class, "/openapi/archive.json");
            StateSchemas.all().forEach((name, schema) -> Components.add(api, name, schema.toString()));
        };
    }

    /** Describes the parameter that an interceptor handles, and that no method declares. */
    @Bean
    OperationCustomizer archiveWaitingDescribed() {
        return (operation, handler) -> AfterDevelopment.canBeAskedOf(handler)
                ? operation.addParametersItem(new QueryParameter()
                        .name(AfterDevelopment.PARAMETER)
                        .description("The id of a development just logged: waits until it has arrived here; 503"
                                + " after " + AfterDevelopment.WAIT_MAX.toSeconds() + " seconds")
                        .schema(new StringSchema().format("uuid")))
                : operation;
    }
}
