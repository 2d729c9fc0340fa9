package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.macroedge.server.cli.ToolRun.tool;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;

/// Clients that generators write from the description of the API compile, and get what they ask for: eight calls each,
/// of which two ask as of now by the clock of the client, one sends a body, and one is refused.
@Tag("system")
class GeneratedClientsTest {

    private static final Path CALLS =
            Path.of("src/test/resources/org/macroedge/server/cli/clients").toAbsolutePath();
    private static final Path NODE_PACKAGES =
            ToolRun.TOOLS.resolve("description").resolve("node_modules");

    private static final String ANSWERS = """
        instruments 29
        summary 29
        now no-live-signal
        then strongly-bullish 88.3306 True
        calendar released 235000 survey 2021-08-01
        releases 96
        push 1
        problem 404 urn:macro-edge:problem:unknown-instrument
        """;

    @TempDir
    static Path home;

    private static Server server;
    private static Path description;

    @TempDir
    Path folder;

    /// By the clock of this machine, as clients ask as of now by it.
    @BeforeAll
    static void serve() throws Exception {
        server = Server.start(new SampleHome(home).settings(), Clock.systemUTC(), note -> {});
        description = Files.writeString(
                home.resolve("description.json"),
                SampleHome.get(server, "/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void pythonByOpenApiGenerator() throws Exception {
        generate("python", folder);

        assertAnswers(python("python"), Map.of("PYTHONPATH", folder.toString()));
    }

    @Test
    void pythonByOpenApiPythonClient() throws Exception {
        Path output = folder.resolve("edge_client");
        run(
                Map.of(),
                tool("generators", "python", "bin", "openapi-python-client").toString(),
                "generate",
                "--path",
                description.toString(),
                "--meta",
                "none",
                "--output-path",
                output.toString());

        assertAnswers(python("python-httpx"), Map.of("PYTHONPATH", folder.toString()));
    }

    @Test
    void java() throws Exception {
        generate(
                "java",
                folder,
                "--library",
                "native",
                "--additional-properties=openApiNullable=false,useJakartaEe=true");
        String classPath = String.join(
                File.pathSeparator,
                folder.resolve("classes").toString(),
                generator().toString(),
                tool("generators", "httpmime-4.5.14.jar").toString(),
                tool("generators", "jakarta.annotation-api-3.0.0.jar").toString());
        List<String> compiler = new ArrayList<>(
                List.of(jdk("javac"), "-proc:none", "-nowarn", "-cp", classPath, "-d", folder + "/classes"));
        try (Stream<Path> sources = Files.walk(folder.resolve("src/main/java"))) {
            sources.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(compiler::add);
        }
        compiler.add(CALLS.resolve("java/Calls.java").toString());
        ToolRun.run(folder, Map.of(), compiler);

        assertAnswers(List.of(jdk("java"), "-cp", classPath, "Calls"), Map.of());
    }

    @Test
    void go() throws Exception {
        generate(
                "go",
                folder.resolve("edge"),
                "--git-host=example.org",
                "--git-user-id=client",
                "--git-repo-id=edge",
                "--additional-properties=packageName=edge,enumClassPrefix=true");
        for (String file : List.of("main.go", "go.mod", "go.sum")) {
            Files.copy(CALLS.resolve("go").resolve(file), folder.resolve(file));
        }
        run(Map.of(), "go", "build", "-o", "calls", ".");

        assertAnswers(List.of(folder.resolve("calls").toString()), Map.of());
    }

    @Test
    void typeScriptWithFetch() throws Exception {
        generate("typescript-fetch", folder.resolve("client"), "--additional-properties=importFileExtension=.js");
        Files.copy(CALLS.resolve("typescript/calls.ts"), folder.resolve("calls.ts"));
        Files.writeString(folder.resolve("package.json"), "{\"type\": \"module\"}\n");
        run(
                Map.of(),
                NODE_PACKAGES.resolve(".bin/tsc").toString(),
                "--strict",
                "--target",
                "es2022",
                "--module",
                "nodenext",
                "--lib",
                "es2022,dom",
                "--types",
                "node",
                "--typeRoots",
                NODE_PACKAGES.resolve("@types").toString(),
                "calls.ts");

        assertAnswers(List.of("node", "calls.js"), Map.of());
    }

    private static List<String> python(String calls) {
        return List.of(
                tool("generators", "python", "bin", "python").toString(),
                "-B",
                CALLS.resolve(calls).resolve("calls.py").toString());
    }

    private static Path generator() {
        return tool("generators", "openapi-generator-cli-7.25.0.jar");
    }

    private static String jdk(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private void generate(String language, Path output, String... options) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(jdk("java"), "-jar", generator().toString(), "generate"));
        command.addAll(List.of("-g", language, "-i", description.toString(), "-o", output.toString()));
        command.add("--global-property=apiTests=false,modelTests=false,apiDocs=false,modelDocs=false");
        command.addAll(List.of(options));
        ToolRun.run(folder, Map.of(), command);
    }

    private void run(Map<String, String> variables, String... command) throws IOException, InterruptedException {
        ToolRun.run(folder, variables, List.of(command));
    }

    private void assertAnswers(List<String> program, Map<String, String> variables)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.add(server.address().toString());
        assertThat(ToolRun.run(folder, variables, command)).isEqualTo(ANSWERS);
    }
}
