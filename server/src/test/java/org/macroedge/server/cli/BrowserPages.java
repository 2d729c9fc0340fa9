package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
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

    /// The chart places its marks some frames after it has its size.
    private static final String FRAMES = "new Promise(done => { let left = 12;"
            + " const next = () => left-- > 0 ? requestAnimationFrame(next) : done(); next(); })";

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

    /// The window as it looks once everything has arrived and is drawn, with an opened row in its middle.
    static byte[] picture(Page page) {
        PlaywrightAssertions.assertThat(page.locator("h1, h2").first()).not().isEmpty();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        PlaywrightAssertions.assertThat(page.locator(".ghost")).hasCount(0);
        page.evaluate("document.fonts.ready");
        if (page.locator(".history-chart").count() > 0) {
            PlaywrightAssertions.assertThat(page.locator(".label-lane li").first())
                    .isAttached();
        }
        page.evaluate(FRAMES);
        page.evaluate("document.querySelector('[data-opened]')?.scrollIntoView({ block: 'center' })");
        return page.screenshot(new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
