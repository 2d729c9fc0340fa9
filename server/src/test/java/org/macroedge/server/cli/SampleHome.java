package org.macroedge.server.cli;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.macroedge.server.app.Server;
import org.macroedge.server.cli.page.Reader;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.PreparedHome;
import org.macroedge.server.platform.json.Json;

/// A home with the sample in a real store, asked by command line and over HTTP at a fixed time of the clock.
record SampleHome(Path folder) {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2022-02-01T08:30:00Z"), ZoneOffset.UTC);

    private static final Clock LOADING = Clock.offset(CLOCK, Duration.ofMinutes(-30));

    Settings settings() {
        return settings(Map.of());
    }

    /// @param variables of the environment, beside the one that no source is asked
    Settings settings(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("MACRO_EDGE_SOURCES", "none");
        return Settings.of(all, note -> {})
                .withHome(PreparedHome.in(folder))
                .withCatalogue(Path.of("../catalogue"))
                .withPort(0);
    }

    Server serve() {
        fill();
        return Server.start(settings(), CLOCK, note -> {});
    }

    /// Copies the sample into the home, with all that follows from it, unless the home has a store: as a first command
    /// at the time of the clock leaves it, which is run once for all homes.
    void fill() {
        PreparedHome.copy(Filled.HOME, folder);
    }

    /// Loads the sample half an hour before the clock, so that a question can be about what was stored by then.
    void load() {
        PreparedHome.copy(Loaded.HOME, folder);
    }

    private static final class Filled {
        private static final Path HOME = made("filled", CLOCK);
    }

    private static final class Loaded {
        private static final Path HOME = made("loaded", LOADING);
    }

    private static Path made(String name, Clock clock) {
        Path home = PreparedHome.in(PreparedHome.shared(name));
        CommandLineRunner.run(clock, "bias", "--catalogue", "../catalogue", "--home", home.toString());
        return home;
    }

    /// Runs a command in this process, which is the first one of a home that is not filled. Only without a server it
    /// may name a catalogue.
    CommandLineRunner.Ended run(String command) {
        return run(command, Reader.PIPE);
    }

    CommandLineRunner.Ended run(String command, Reader reader) {
        String place = Files.exists(folder.resolve("server.json")) ? "" : "--catalogue ../catalogue ";
        return CommandLineRunner.run(CLOCK, reader, (command + " " + place + "--home " + folder).split(" "));
    }

    /// @param headers name and value in turn
    static HttpResponse<String> get(Server server, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(path));
        return send(
                headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /// Sends one release that the sample ends before, as a calendar file.
    static HttpResponse<String> postPayrollsOfJanuary2022(Server server, boolean dryRun)
            throws IOException, InterruptedException {
        return postPayrollsOfJanuary2022(server, "macro-edge", dryRun);
    }

    static HttpResponse<String> postPayrollsOfJanuary2022(Server server, String profile, boolean dryRun)
            throws IOException, InterruptedException {
        String part = "--b\r\nContent-Disposition: form-data; name=";
        String body = part + "\"profile\"\r\n\r\n" + profile + "\r\n"
                + part + "\"dryRun\"\r\n\r\n" + dryRun + "\r\n"
                + part + "\"file\"; filename=\"january.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                + "indicator,released_at,period,actual,forecast,previous\n"
                + "us-nonfarm-payrolls,2022-01-07T13:30:00Z,,199000,400000,249000\n\r\n--b--\r\n";
        return send(HttpRequest.newBuilder(server.address().resolve("/api/v1/imports"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /// Takes an import back.
    ///
    /// @param imported the answer to it
    static HttpResponse<String> undo(Server server, String imported) throws IOException, InterruptedException {
        long batch = Json.mapper().readTree(imported).path("batch").asLong();
        return send(HttpRequest.newBuilder(server.address().resolve("/api/v1/imports/" + batch + "/undo"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }
}
