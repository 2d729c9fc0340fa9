package org.macroedge.server.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.time.VirtualClock;

/// Checks Java, its memory, and the start-up caches.
public final class MachineChecks {

    private static final int JAVA = 25;
    private static final long MEGABYTE = 1L << 20;

    /// What the launcher gives, less what the collector keeps for itself.
    private static final long LEAST_HEAP = 450;

    private MachineChecks() {}

    /// Checks the process that runs.
    public static List<Check> all(Clock clock) {
        return Stream.concat(
                        Stream.of(
                                java(Runtime.version()),
                                memory(Runtime.getRuntime().maxMemory() / MEGABYTE),
                                caches(System.getProperty("macro-edge.launcher"))),
                        clock(clock).stream())
                .toList();
    }

    /// Nothing to say of the machine's own.
    static Optional<Check> clock(Clock clock) {
        return clock instanceof VirtualClock
                ? Optional.of(Check.warn("clock", DoctorMessage.VIRTUAL_CLOCK, clock))
                : Optional.empty();
    }

    static Check java(Runtime.Version version) {
        return version.feature() == JAVA
                ? Check.ok("java", version.toString())
                : Check.warn("java", DoctorMessage.OTHER_JAVA, version.feature());
    }

    static Check memory(long megabytes) {
        return megabytes < LEAST_HEAP
                ? Check.warn("memory", DoctorMessage.SMALL_HEAP, megabytes)
                : Check.ok("memory", "heap of at most " + megabytes + " MB");
    }

    /// @param launcher the folder where the launcher keeps the caches; null where it did not start the process
    static Check caches(@Nullable String launcher) {
        String training = launcher == null ? "" : training(Path.of(launcher));
        String parts = training.substring(training.indexOf(' ') + 1);
        return switch (training.split(" ")[0]) {
            case "done" -> Check.ok("caches", "created in " + parts.split(" ")[0] + " seconds");
            case "running" -> Check.warn("caches", DoctorMessage.CACHES_IN_TRAINING);
            case "failed" -> Check.warn("caches", DoctorMessage.CACHES_FAILED, parts, launcher + "/train.log");
            default -> Check.warn("caches", DoctorMessage.NO_CACHES);
        };
    }

    private static String training(Path launcher) {
        try {
            return Files.readString(launcher.resolve("training")).strip();
        } catch (IOException absent) {
            return "";
        }
    }
}
