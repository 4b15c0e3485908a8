package org.parley.desk.page;

import jakarta.servlet.DispatcherType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.resource.CachingResourceResolver;
import org.springframework.web.servlet.resource.CssLinkResourceTransformer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Languages, messages and static files of the pages. */
@Configuration(proxyBeanMethods = false)
@Import({PageModelAdvice.class, PageExceptionHandler.class, ErrorPageController.class})
public class PageConfiguration implements WebMvcConfigurer {
    /** The languages of the message bundles; the first is the default. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("es"));

    private static final Duration COOKIE_MAX_AGE = Duration.ofDays(365);

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("desk.messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    @Bean
    PageMessages pageMessages(MessageSource messages) {
        return new PageMessages(messages);
    }

    /** The language chosen on a page, otherwise the browser's. */
    @Bean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver browser = new AcceptHeaderLocaleResolver();
        browser.setSupportedLocales(LANGUAGES);
        browser.setDefaultLocale(LANGUAGES.get(0));
        CookieLocaleResolver chosen = new CookieLocaleResolver("parley-language") {
            @Override
            protected Locale parseLocaleValue(String value) {
                return LANGUAGES.stream()
                        .filter(language -> language.toLanguageTag().equals(value))
                        .findFirst()
                        .orElse(LANGUAGES.get(0));
            }
        };
        chosen.setCookieMaxAge(COOKIE_MAX_AGE);
        chosen.setCookieSameSite("Lax");
        chosen.setCookieHttpOnly(true);
        chosen.setDefaultLocaleFunction(browser::resolveLocale);
        return chosen;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String value) {
                return LANGUAGES.stream()
                        .filter(known -> known.toLanguageTag().equals(value))
                        .findFirst()
                        .orElse(LANGUAGES.get(0));
            }
        };
        language.setParamName("lang");
        registry.addInterceptor(language).excludePathPatterns("/api/**", "/desk/**", "/webjars/**");
    }

    /** Writes the addresses of static files with the hash of their content into the pages. */
    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> assetAddresses() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> filter =
                new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return filter;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        addAssets(registry, "/desk/**", "classpath:/static/desk/");
        addAssets(registry, "/webjars/**", "classpath:/META-INF/resources/webjars/");
    }

    private static void addAssets(ResourceHandlerRegistry registry, String pattern, String location) {
        registry.addResourceHandler(pattern)
                .addResourceLocations(location)
                .setCacheControl(CacheControl.noCache())
                // A page names each file by its content, so that it never runs the script of another version.
                .resourceChain(false)
                .addResolver(new CachingResourceResolver(new ConcurrentMapCache("assets")))
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addTransformer(new AssetVersions())
                .addTransformer(new CssLinkResourceTransformer());
    }
}
