package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A Chromium that gives pages of one look: language, time zone and motion are fixed.
record BrowserPages(Playwright playwright, Browser browser) implements AutoCloseable {

    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
    private static final List<String> FLAGS =
            List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--force-color-profile=srgb");

    /// A server that has just started answers its first questions slowly on a loaded machine.
    static final double PATIENCE_MILLIS = 120_000;

    static BrowserPages open() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        assertThat(CHROMIUM).as("Chromium; name another one in CHROMIUM").isExecutable();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions launch =
                new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(FLAGS);
        return new BrowserPages(playwright, playwright.chromium().launch(launch));
    }

    Page page(int width, int height, ColorScheme scheme) {
        Page page = browser.newPage(new Browser.NewPageOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Berlin"));
        page.setDefaultTimeout(PATIENCE_MILLIS);
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
