import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes the start-up cache of the images: runs a server on a home of its own, asks it what a role is asked, and ends
/// it. The images have no PostgreSQL, so the training borrows the embedded one: unpacked by a run with its library, it
/// is found in the home by the run that is recorded, whose class path is that of the images.
final class Train {

    private static final Path APP = Path.of("/opt/macro-edge");
    private static final String JAVA = "/opt/java/bin/java";
    private static final Pattern ADDRESS = Pattern.compile("http://[0-9.]+:[0-9]+");
    private static final YearMonth FIRST = YearMonth.of(2016, 1);
    private static final int LONGEST_SECONDS = 180;
    private static final List<String> ASKED =
            List.of("/", "/actuator/health/readiness", "/actuator/prometheus", "/api/v1/bias/summary", "/api/v1/board");
    private static final int MONTHS = 60;

    private final Path home;
    private final HttpClient client = HttpClient.newHttpClient();

    private Train(Path home) {
        this.home = home;
    }

    public static void main(String[] arguments) throws Exception {
        new Train(Path.of(arguments[1])).into(Path.of(arguments[0]), Path.of(arguments[2]));
    }

    private void into(Path postgres, Path folder) throws Exception {
        long began = System.nanoTime();
        Path cache = folder.resolve("macro-edge.aot");
        end(start("-cp", APP.resolve("macro-edge.jar") + ":" + postgres + "/*",
                "org.macroedge.server.MacroEdgeApplication", "keys", "list"));
        serve(options("-XX:AOTCacheOutput=" + cache, "serve", "--port", "0"));
        end(start(options("-XX:AOTCache=" + cache, "-XX:AOTMode=on", "--version")));
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
        Files.writeString(folder.resolve("training"), "done " + seconds + "\n");
    }

    /// The options of the images, between those of the Java process and the words of a command.
    private static String[] options(String... words) {
        List<String> line = new ArrayList<>(Arrays.stream(words).filter(word -> word.startsWith("-XX")).toList());
        line.add("@" + APP.resolve("options"));
        line.addAll(Arrays.stream(words).filter(word -> !word.startsWith("-XX")).toList());
        return line.toArray(String[]::new);
    }

    private Process start(String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of(JAVA));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line).inheritIO();
        builder.environment().put("MACRO_EDGE_HOME", home.toString());
        builder.environment().put("MACRO_EDGE_CATALOGUE", APP.resolve("catalogue").toString());
        builder.environment().put("MACRO_EDGE_SOURCES", "none");
        builder.environment().put("MACRO_EDGE_SAMPLE", "none");
        builder.environment().put("MACRO_EDGE_LOG", "json");
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    private static void end(Process process) throws InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("a step of the training took longer than " + LONGEST_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("a step of the training ended with status " + process.exitValue());
        }
    }

    private void serve(String... words) throws Exception {
        Process server = start(words);
        try {
            URI address = address(server);
            for (String path : ASKED) {
                ask(HttpRequest.newBuilder(address.resolve(path)));
            }
            ask(HttpRequest.newBuilder(address.resolve("/api/v1/releases"))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "training")
                    .POST(HttpRequest.BodyPublishers.ofString(push())));
            ask(HttpRequest.newBuilder(address.resolve("/api/v1/bias/summary")));
            server.destroy();
            if (!server.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the server did not write its cache");
            }
        } finally {
            server.destroyForcibly();
        }
    }

    /// Five years of a release, so that its surprises have a scale and a bias is computed.
    private static String push() {
        return IntStream.range(0, MONTHS)
                .mapToObj(month -> """
                    {"indicator": "us-cpi-mom", "releasedAt": "%s-13T13:30:00Z", "actual": 0.%d, "forecasts": [
                      {"kind": "survey", "value": 0.%d, "capturedAt": "%s-12T13:30:00Z"}]}"""
                        .formatted(FIRST.plusMonths(month), 1 + month % 5, 1 + month % 3, FIRST.plusMonths(month)))
                .collect(Collectors.joining(",", "{\"source\": \"macro-edge\", \"releases\": [", "]}"));
    }

    private URI address(Process server) throws Exception {
        Path file = home.resolve("server.json");
        for (int tenths = 0; tenths < 10 * LONGEST_SECONDS && server.isAlive(); tenths++) {
            Matcher address = ADDRESS.matcher(Files.exists(file) ? Files.readString(file) : "");
            if (address.find()) {
                return URI.create(address.group());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("the server did not start");
    }

    private void ask(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("status " + answer.statusCode() + " of " + answer.uri() + answer.body());
        }
    }
}
