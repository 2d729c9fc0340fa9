package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// A value that has not the form of its parameter or option is refused with what is accepted.
class RefusedValuesTest {

    @TempDir
    static Path folder;

    private static SampleHome home;
    private static Server server;

    @BeforeAll
    static void serve() {
        home = new SampleHome(folder);
        server = home.serve();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /// @param option null where no command has the parameter, or where the usage of options refuses the value
    @ParameterizedTest
    @CsvFileSource(resources = "/org/macroedge/server/cli/refusals.csv", delimiter = '|', numLinesToSkip = 1)
    void aRefusalNamesTheParameterOrTheOptionAndSaysWhatIsAccepted(
            String parameter, @Nullable String option, String path, @Nullable String command, String value, String form)
            throws Exception {
        HttpResponse<String> answer = SampleHome.get(
                server, "/api/v1/" + path.replace("VALUE", URLEncoder.encode(value, StandardCharsets.UTF_8)));
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = Json.mapper().readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("urn:macro-edge:problem:invalid-request");
        assertThat(problem.path("detail").asString())
                .startsWith("Invalid value for " + parameter + ": \"" + value + "\". Write ")
                .contains(form);
        if (command != null) {
            CommandLineRunner.Ended ended = home.run(command.replace("VALUE", value));
            assertThat(ended.status()).isEqualTo(2);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.errors())
                    .startsWith("macro-edge: Invalid value for " + option + ": \"" + value + "\". Write ")
                    .contains(form);
        }
    }
}
