package org.macroedge.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120) // for each test: a launcher that hangs
class LauncherTest {

    private static final String INSTALLS = "  On this system: ";

    @TempDir
    Path folder;

    private LauncherCopy copy;

    @BeforeEach
    void makeClone() throws IOException {
        copy = LauncherCopy.in(folder);
    }

    private List<String> missing() throws IOException, InterruptedException {
        LauncherCopy.Ended ended = copy.run();
        assertThat(ended.status()).as(ended.errors()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        return ended.errors().lines().toList();
    }

    @Test
    void aFreshMachineIsToldAtOnceAllThatItLacks() throws Exception {
        assertThat(missing())
                .startsWith("macro-edge: missing on this machine: JDK 25, Maven 3.8 or later, Node.js 20 or later")
                .anyMatch(line -> line.contains("sdk install java 25-tem"))
                .anyMatch(line -> line.contains("sdk install maven"))
                .anyMatch(line -> line.contains("https://nodejs.org"))
                .noneMatch(line -> line.startsWith(INSTALLS));
    }

    @Test
    void oneCommandOfTheSystemInstallsAllOfIt() throws Exception {
        String sudo = System.getProperty("user.name").equals("root") ? "" : "sudo ";
        copy.with("brew", "");
        assertThat(missing()).contains(INSTALLS + "brew install openjdk@25 maven node");
        copy.with("dnf", "");
        assertThat(missing()).contains(INSTALLS + sudo + "dnf install java-25-openjdk-devel maven nodejs npm");
        copy.with("apt", "");
        assertThat(missing())
                .contains(INSTALLS + sudo + "apt update && " + sudo + "apt install openjdk-25-jdk maven nodejs npm");
    }

    @Test
    void aPackageThatTheSystemDoesNotHaveIsNotAdvised() throws Exception {
        copy.with("apt", "")
                .with("apt-cache", "case $2 in maven) ;; nodejs) echo Version: 18.20.4 ;; *) exit 100 ;; esac");

        assertThat(missing())
                .filteredOn(line -> line.startsWith(INSTALLS))
                .singleElement()
                .asString()
                .endsWith("apt install maven");
    }

    @Test
    void aProgramThatIsTooOldIsNamedWithItsVersion() throws Exception {
        copy.withJdk().with("mvn", "echo Apache Maven 3.6.3").with("node", "echo v18.19.0");

        assertThat(missing())
                .startsWith("macro-edge: missing on this machine: Maven 3.8 or later (found 3.6),"
                        + " Node.js 20 or later (found 18)");
    }

    @Test
    void nodeWithoutNpmIsNotEnough() throws Exception {
        copy.withJdk().withBuild();
        Files.delete(folder.resolve("bin/npm"));

        assertThat(missing()).startsWith("macro-edge: missing on this machine: npm");
    }

    @Test
    void onceBuiltItNeedsOnlyTheJdk() throws Exception {
        copy.withJdk().withBuild().run();
        for (String program : List.of("mvn", "node", "npm")) {
            Files.delete(folder.resolve("bin").resolve(program));
        }

        assertThat(copy.run().status()).isZero();
        Files.delete(folder.resolve("jdk/bin/javac"));
        assertThat(missing()).startsWith("macro-edge: missing on this machine: JDK 25");
    }

    @Test
    void onlyAChangeOfContentBuildsAgain() throws Exception {
        copy.withJdk().withBuild();
        copy.run();
        Path source = copy.tree().resolve("server/src/main/A.java");

        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(100)));
        copy.run();
        assertThat(copy.builds()).as("after a file was touched").isEqualTo(1);

        Files.writeString(source, "other");
        Files.setLastModifiedTime(source, FileTime.from(Instant.EPOCH));
        copy.run();
        assertThat(copy.builds()).as("after an edit, whatever its time").isEqualTo(2);

        Files.delete(source);
        copy.run();
        copy.run();
        assertThat(copy.builds()).as("after a deletion").isEqualTo(3);
    }

    @Test
    void aCloneThatWasCopiedOrMovedIsNotBuiltAgain() throws Exception {
        copy.withJdk().withBuild().run();
        Path copied = folder.resolve("a copy");
        try (Stream<Path> files = Files.walk(copy.tree())) {
            for (Path file : files.toList()) {
                Files.copy(file, copied.resolve(copy.tree().relativize(file).toString()));
            }
        }
        Files.setPosixFilePermissions(
                copied.resolve("macro-edge"),
                Files.getPosixFilePermissions(copy.tree().resolve("macro-edge")));

        LauncherCopy.Ended ended = copy.run(copied, Map.of("MACRO_EDGE_AOT", "off"), "bias");

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.out()).contains(copied + "/server/target/app/macro-edge.jar bias");
    }

    @Test
    void aCloneThatCannotBeWrittenSaysWhatToDo() throws Exception {
        copy.withJdk().withBuild();
        LauncherCopy.Ended ended = asNobody();

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.errors())
                .isEqualTo("macro-edge: " + copy.tree() + " is not writable, so the clone cannot be built. Copy it to a"
                        + " folder of yours, or let its owner run " + copy.tree() + "/macro-edge once\n");

        copy.run();
        assertThat(asNobody().status()).as("once it is built").isZero();
    }

    /// Runs it as a user who can read everything, and write nothing but the folder for temporary files.
    private LauncherCopy.Ended asNobody() throws Exception {
        for (Path path : List.of(folder, copy.tree())) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r-xr-xr-x"));
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> command = List.of(
                "/usr/bin/setpriv",
                "--reuid=65534",
                "--regid=65534",
                "--clear-groups",
                copy.tree().resolve("macro-edge").toString());
        return copy.run(
                System.getProperty("user.name").equals("root") ? command : command.subList(4, 5),
                Map.of("MACRO_EDGE_AOT", "off"));
    }

    @Test
    void aBuildTellsItsProgress() throws Exception {
        copy.withJdk().withBuild();
        copy.with("mvn", """
            [ "$1" = -v ] && echo Apache Maven 3.8.7 && exit
            mkdir -p server/target/app && echo jar >server/target/app/macro-edge.jar
            echo 'Downloading from central: a.pom'
            echo 'Downloading from central: a.jar'
            echo '[INFO] Building macro-edge 0.1.0                                          [1/2]'
            echo '[INFO] Building jar: a.jar'
            echo '[INFO] Building server 0.1.0                                              [2/2]'
            """);

        LauncherCopy.Ended ended = copy.run();
        Path log = copy.tree().resolve("target/launcher/build.log");
        assertThat(ended.errors()).isEqualTo("""
            macro-edge: building; the first build takes two to five minutes, its last part the longest (log: %s)
            macro-edge: downloading libraries
            macro-edge: building macro-edge (1 of 2)
            macro-edge: building server (2 of 2)
            """.formatted(log));
        assertThat(log).content().contains("Building jar: a.jar");
    }

    @Test
    void aFailedBuildNamesTheLog() throws Exception {
        copy.withJdk().withBuild().with("mvn", "[ \"$1\" = -v ] && exit\necho '[ERROR] A.java:1: no'; exit 1");

        assertThat(missing())
                .contains("[ERROR] A.java:1: no")
                .endsWith("macro-edge: the build failed; see the log " + copy.tree() + "/target/launcher/build.log");
    }

    @Test
    void theHeapIsBoundAndOptionsOfTheUserComeLast() throws Exception {
        copy.withJdk().withBuild().run();
        Map<String, String> options = Map.of("MACRO_EDGE_AOT", "off", "MACRO_EDGE_JAVA_OPTS", "-Xmx1g -Da=b");

        for (String command : List.of("serve", "bias")) {
            assertThat(copy.run(copy.tree(), options, command).out())
                    .contains("-Xmx512m -XX:+ExitOnOutOfMemoryError ")
                    .contains(" -Xmx1g -Da=b -jar ");
        }
    }

    @Test
    void anAsciiLocaleIsReplacedByOneWithAllLetters() throws Exception {
        copy.withJdk().withBuild().run();

        for (String locale : List.of("C", "POSIX")) {
            assertThat(copy.run(copy.tree(), Map.of("MACRO_EDGE_AOT", "off", "LC_ALL", locale), "bias")
                            .out())
                    .startsWith("C.UTF-8|" + copy.tree() + "/catalogue|");
        }
        assertThat(copy.run(copy.tree(), Map.of("MACRO_EDGE_AOT", "off", "LANG", "C.UTF-8"), "bias")
                        .out())
                .as("a locale that has them stays")
                .startsWith("|");
    }

    /// A build that runs while caches are made keeps its stamp beside them.
    @Test
    void aTrainingLeavesTheStampOfABuildThatRunsMeanwhile() throws Exception {
        copy.withJdk().withBuild();
        copy.run(copy.tree(), Map.of("MACRO_EDGE_AOT", "off"), "bias");
        Path folder = copy.tree().resolve("target/launcher");
        Files.writeString(folder.resolve("built.next"), "stamp");

        copy.run(copy.tree(), Map.of(), "bias");
        while (!Files.exists(folder.resolve("training"))
                || !Files.readString(folder.resolve("training")).startsWith("failed")) {
            Thread.sleep(100);
        }
        assertThat(folder.resolve("built.next")).hasContent("stamp");
    }

    @Test
    void aFailedTrainingIsRecordedAndNotTriedAtEachStart() throws Exception {
        copy.withJdk().withBuild();
        Path training = copy.tree().resolve("target/launcher/training");

        assertThat(copy.run(copy.tree(), Map.of(), "bias").errors())
                .contains("macro-edge: creating start-up caches in the background");
        while (!Files.exists(training) || !Files.readString(training).startsWith("failed")) {
            Thread.sleep(100);
        }
        assertThat(Files.readString(training)).isEqualTo("failed short serve\n");
        assertThat(copy.run(copy.tree(), Map.of(), "bias").errors()).isEmpty();
    }

    @Test
    void theJdkIsPrintedOrNamedAsMissing() throws Exception {
        LauncherCopy.Ended missing = copy.run("--print-jdk");
        assertThat(missing.status()).isEqualTo(1);
        assertThat(missing.errors()).startsWith("macro-edge: missing on this machine: JDK 25\n");

        assertThat(copy.withJdk().run("--print-jdk").out()).isEqualTo(folder.resolve("jdk") + "\n");
    }
}
