package org.macroedge.server.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.macroedge.server.platform.process.ProgramLine;

/// A server in a process of its own, with the heap that the product has, whose use of memory, threads and files can be
/// measured.
///
/// @param folder holds its home, its temporary folder and its log
public record ServerProcess(Process process, Path folder, URI address, MBeanServerConnection beans)
        implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("macro-edge is at (http://[0-9.:]+)");
    private static final long PATIENCE_SECONDS = 120;

    /// What a process uses after a collection.
    ///
    /// @param heap bytes of live objects
    public record Use(long heap, int threads, long files) {}

    /// Starts a server on a home in a folder, and waits until it answers.
    ///
    /// @param options of the virtual machine
    public static ServerProcess start(Path folder, String... options) throws Exception {
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        Path log = folder.resolve("log");
        List<String> all = new ArrayList<>(List.of(
                "-Xmx512m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Djava.io.tmpdir=" + temporary));
        all.addAll(List.of(options));
        List<String> command = ProgramLine.with(all);
        command.addAll(List.of("serve", "--port", "0", "--catalogue", "../catalogue"));
        command.addAll(List.of("--home", folder.resolve("home").toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ServerProcess(process, folder, address(process, log), beans(process));
    }

    private static URI address(Process process, Path log) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline && process.isAlive()) {
            Matcher address = ADDRESS.matcher(Files.readString(log));
            if (address.find()) {
                return URI.create(address.group(1));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        process.destroyForcibly();
        throw new AssertionError("The server did not start: " + Files.readString(log));
    }

    private static MBeanServerConnection beans(Process process) throws IOException, AttachNotSupportedException {
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(process.pid()));
        try {
            JMXConnector connector =
                    JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
            return connector.getMBeanServerConnection();
        } finally {
            machine.detach();
        }
    }

    /// What it uses now.
    public Use use() throws IOException {
        MemoryMXBean memory = ManagementFactory.getPlatformMXBean(beans, MemoryMXBean.class);
        memory.gc();
        return new Use(
                memory.getHeapMemoryUsage().getUsed(),
                ManagementFactory.getPlatformMXBean(beans, ThreadMXBean.class).getThreadCount(),
                ManagementFactory.getPlatformMXBean(beans, UnixOperatingSystemMXBean.class)
                        .getOpenFileDescriptorCount());
    }

    public Path home() {
        return folder.resolve("home");
    }

    /// Its temporary folder, which no other process uses.
    public Path temporary() {
        return folder.resolve("temporary");
    }

    public String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    /// Stops it as a user does, and waits.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The server did not stop");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
