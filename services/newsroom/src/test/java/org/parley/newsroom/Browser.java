package org.parley.newsroom;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.parley.testkit.prerequisite.Prerequisite;

/** The machine's own Chromium, driven by Playwright. */
final class Browser implements AutoCloseable {
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    /** How long a page may take on a busy machine; an assertion ends as soon as it holds. */
    private static final double TIMEOUT_MS = 30_000;

    private Browser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(Prerequisite.BROWSER.found().getFirst()))
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    /** The viewport, theme, language and scripting of a browser window. */
    record Looks(int width, int height, boolean isDark, String language, boolean hasScript) {
        static final Looks USUAL = new Looks(1440, 900, false, "en-GB", true);

        Looks dark() {
            return new Looks(width, height, true, language, hasScript);
        }

        Looks narrow() {
            return new Looks(320, 640, isDark, language, hasScript);
        }

        Looks in(String otherLanguage) {
            return new Looks(width, height, isDark, otherLanguage, hasScript);
        }

        Looks withoutScript() {
            return new Looks(width, height, isDark, language, false);
        }

        private ColorScheme colorScheme() {
            return isDark ? ColorScheme.DARK : ColorScheme.LIGHT;
        }
    }

    /** Opens a window with its own cookies at a newsroom. Errors on its console are collected. */
    Window open(String address, Looks looks) {
        BrowserContext context =
                inEnglish(() -> chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(address)
                        .setViewportSize(looks.width(), looks.height())
                        .setColorScheme(looks.colorScheme())
                        .setLocale(looks.language())
                        .setTimezoneId("Europe/Kyiv")
                        .setJavaScriptEnabled(looks.hasScript())));
        context.setDefaultTimeout(TIMEOUT_MS);
        PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MS);
        List<String> complaints = new ArrayList<>();
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            // "Event" is logged when a page with a live stream is left.
            if (message.type().equals("error")
                    && !message.text().startsWith("Failed to load resource")
                    && !message.text().equals("Event")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return new Window(context, page, complaints);
    }

    /** Playwright lower-cases its options in the JVM's locale, and in Turkish LIGHT becomes "lıght". */
    private static <T> T inEnglish(Supplier<T> work) {
        synchronized (RunningNewsroom.WHOLE_JVM) {
            Locale usual = Locale.getDefault();
            Locale.setDefault(Locale.ENGLISH);
            try {
                return work.get();
            } finally {
                Locale.setDefault(usual);
            }
        }
    }

    /** A window with one page. */
    record Window(BrowserContext context, Page page, List<String> complaints) implements AutoCloseable {
        Window signIn(String name, String password) {
            page.navigate("/sign-in");
            page.fill("#name", name);
            page.fill("#password", password);
            page.click("main button.btn--ink");
            page.waitForURL("**/");
            return this;
        }

        /** Opens a page of Parley. */
        Page to(String path) {
            page.navigate(path);
            return page;
        }

        /** Changes the size or theme of the page. */
        Page looking(Looks looks) {
            page.setViewportSize(looks.width(), looks.height());
            inEnglish(() -> {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(looks.colorScheme()));
                return page;
            });
            return page;
        }

        @Override
        public void close() {
            context.close();
        }
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    /** Injects the browser that tests share; without Chromium the tests are skipped. */
    static final class Shared implements ParameterResolver, ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Prerequisite.evaluate(Prerequisite.BROWSER);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Browser.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(Browser.class))
                    .computeIfAbsent(Browser.class, type -> new Browser(), Browser.class);
        }
    }
}
