package org.macroedge.server.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A small clone with the real launcher, on a machine where only the programs of a folder are installed: the tools of
/// every system, and stubs of Java, Maven, Node and package managers.
record LauncherCopy(Path machine, Path tree) {

    private static final List<String> FILES =
            List.of("macro-edge", "launcher/programs.sh", "launcher/build.sh", "launcher/caches.sh");
    private static final List<String> TOOLS = List.of(
            "bash",
            "sh",
            "sed",
            "find",
            "sort",
            "xargs",
            "cksum",
            "grep",
            "head",
            "tail",
            "awk",
            "dirname",
            "readlink",
            "cat",
            "mkdir",
            "rm",
            "mv",
            "touch",
            "stat",
            "sleep",
            "mktemp",
            "id",
            "locale",
            "tee",
            "flock",
            "tr");

    /// What a run left behind.
    record Ended(int status, String out, String errors) {}

    /// A clone that was never built.
    static LauncherCopy in(Path folder) throws IOException {
        Path tree = folder.resolve("klön");
        LauncherCopy copy = new LauncherCopy(folder, tree);
        for (String source : List.of("engine/src/main", "server/src/main", "ui", "catalogue")) {
            Files.createDirectories(tree.resolve(source));
        }
        for (String file : List.of("pom.xml", "engine/pom.xml", "server/pom.xml", "server/src/main/A.java")) {
            Files.writeString(tree.resolve(file), file);
        }
        for (String file : FILES) {
            // the JDKs of this machine must not be found
            String script = Files.readString(Path.of("..", file))
                    .replaceAll("/(usr/lib/jvm|usr/lib64/jvm|opt/java|usr/libexec)/", folder + "/none/");
            write(tree.resolve(file), script);
        }
        for (String tool : TOOLS) {
            copy.with(tool, "exec " + program(tool) + " \"$@\"");
        }
        return copy;
    }

    private static Path program(String name) {
        return List.of("/usr/bin", "/bin").stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("this machine has no " + name));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// Installs a program that does what a shell script says.
    LauncherCopy with(String name, String script) throws IOException {
        write(machine.resolve("bin").resolve(name), "#!/bin/sh\n" + script + "\n");
        return this;
    }

    /// Installs a JDK 25 whose `java` prints the locale of its process and its arguments.
    LauncherCopy withJdk() throws IOException {
        Path jdk = machine.resolve("jdk");
        write(jdk.resolve("bin/java"), "#!/bin/sh\necho \"$LC_ALL|$MACRO_EDGE_CATALOGUE|$@\"\n");
        write(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.3\"\n");
        return this;
    }

    /// Installs Maven and Node, where Maven builds a file and counts its runs.
    LauncherCopy withBuild() throws IOException {
        with("node", "echo v20.11.0").with("npm", "");
        return with(
                "mvn",
                "[ \"$1\" = -v ] && echo Apache Maven 3.8.7 && exit\n"
                        + "mkdir -p server/target/app && echo jar >server/target/app/macro-edge.jar && echo >>builds");
    }

    /// How often it was built.
    long builds() throws IOException {
        Path builds = tree.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        return run(tree, Map.of("MACRO_EDGE_AOT", "off"), arguments);
    }

    /// Runs the launcher of a clone, with nothing else in its environment.
    Ended run(Path folder, Map<String, String> variables, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(folder.resolve("macro-edge").toString()));
        command.addAll(List.of(arguments));
        return run(command, variables);
    }

    Ended run(List<String> command, Map<String, String> variables) throws IOException, InterruptedException {
        Path out = Files.createTempFile(machine, "out", "");
        Path errors = Files.createTempFile(machine, "errors", "");
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = new HashMap<>(Map.of(
                "PATH", machine.resolve("bin").toString(), "HOME", machine.toString(), "TMPDIR", machine.toString()));
        if (Files.exists(machine.resolve("jdk"))) {
            environment.put("JAVA_HOME", machine.resolve("jdk").toString());
        }
        environment.putAll(variables);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the launcher does not end: " + read(errors));
        }
        return new Ended(process.exitValue(), read(out), read(errors));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
