package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.PreparedHome;

/// Every page in both themes on a phone, a laptop and a large screen, beside the picture that was approved for it.
///
/// The server gives the page; its figures are recorded answers, so that an edit of the catalogue changes no picture.
/// Another Chromium draws letters differently, so its pictures must be approved anew.
@Tag("system")
class PagePicturesTest {

    private static final Path ANSWERS = PictureComparison.APPROVED.resolve("answers");
    private static final String NOW = "2021-09-03T13:00:05Z";
    private static final Map<Integer, Integer> SIZES = Map.of(360, 740, 1280, 800, 1920, 1080);
    private static final int LARGEST_BYTES = 230_000;

    private enum View {
        BOARD("/"),
        INSTRUMENT("/instruments/EURUSD"),
        RELEASE("/instruments/EURUSD?asOf=2021-09-03T13:00:00Z&release=us-nonfarm-payrolls@2021-09-03"),
        INDICATOR("/indicators/us-nonfarm-payrolls"),
        HEALTH("/health"),
        CALENDAR("/calendar?what=us-unemployment-claims&at=2021-09-09T12:30:00Z"),
        HEATMAP("/heatmap?cell=US.labour"),
        REGIME("/regime"),
        CORRELATION("/correlation?pair=EURUSD,XAUUSD"),
        UNKNOWN("/instruments/EURUS"),
        EMPTY("/");

        private final String path;

        View(String path) {
            this.path = path;
        }
    }

    @TempDir
    static Path folder;

    private static Server server;
    private static BrowserPages pages;

    @BeforeAll
    static void start() {
        Settings settings = Settings.of(Map.of("MACRO_EDGE_SAMPLE", "none"), note -> {})
                .withHome(PreparedHome.in(folder))
                .withCatalogue(Path.of("../catalogue"))
                .withPort(0);
        server = Server.start(settings, Clock.fixed(Instant.parse(NOW), ZoneOffset.UTC), note -> {});
        pages = BrowserPages.open();
    }

    @AfterAll
    static void stop() {
        pages.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void aPageLooksLikeItsApprovedPicture(View view) throws IOException {
        List<String> different = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : SIZES.keySet()) {
                String name = String.join("-", view.name(), String.valueOf(width), scheme.name())
                        .toLowerCase(Locale.ROOT);
                byte[] png = SmallPicture.of(picture(view, width, scheme));
                double difference = PictureComparison.difference(name, png);
                if (difference > PictureComparison.TOLERATED) {
                    different.add(name + " differs in " + difference * 100 + " % of its pixels");
                }
                assertThat(png.length).as("bytes of %s", name).isLessThan(LARGEST_BYTES);
            }
        }
        assertThat(different)
                .as(PictureComparison.HELP, pages.browser().version())
                .isEmpty();
    }

    private static byte[] picture(View view, int width, ColorScheme scheme) {
        Page page = pages.page(width, SIZES.get(width), scheme);
        page.clock().setFixedTime(NOW);
        if (view != View.EMPTY) {
            page.route("**/api/v1/**", PagePicturesTest::answer);
        }
        page.navigate(server.address().resolve(view.path).toString());
        byte[] png = BrowserPages.picture(page);
        page.context().close();
        return png;
    }

    private static String board() {
        return Stream.of("summary", "flips", "recent", "calendar")
                .map(part -> '"' + part + "\":" + content(ANSWERS.resolve(part + ".json")))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /// The map of an instrument and the path of a pair are other answers than those of all.
    private static String ofOne(String name, String query) {
        return switch (name) {
            case "flips" -> query.contains("instrument=") ? "flips-eurusd" : "flips-week";
            case "correlation" -> query.contains("pair=") ? "correlation-pair" : name;
            case "heatmap" -> query.contains("asOf=2021-08-27") ? "heatmap-week-before" : name;
            default -> name;
        };
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// Answers from the files; at a path without one as the server does.
    private static void answer(Route route) {
        URI address = URI.create(route.request().url());
        String path = address.getPath().substring("/api/v1/".length());
        boolean ofRegion = String.valueOf(address.getQuery()).contains("region=");
        String name = path.replaceFirst("^bias/EURUSD/", "")
                .replaceFirst("^calendar$", ofRegion ? "coming" : "calendar")
                .replaceFirst("^regimes/.*", "regime-history")
                .replaceFirst("^indicators/.*/(releases|revisions)$", "$1")
                .replaceFirst("^releases/.*", "raw-release");
        Path file = ANSWERS.resolve(ofOne(name, String.valueOf(address.getQuery())) + ".json");
        if (name.equals("stream")) {
            route.abort();
        } else if (name.equals("board")) {
            route.fulfill(new Route.FulfillOptions().setBody(board()).setContentType("application/json"));
        } else if (Files.exists(file)) {
            route.fulfill(new Route.FulfillOptions().setPath(file).setContentType("application/json"));
        } else {
            route.resume();
        }
    }
}
