package org.macroedge.server.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Hosts on one machine: network namespaces, each with a cable to this one. What a host sends while its cable is cut is
/// lost, and nobody is told. Only root may make them.
final class HostNetwork implements AutoCloseable {

    private final long id = ProcessHandle.current().pid();
    private final String net = "10." + (100 + id % 100);
    private final List<Host> hosts = new ArrayList<>();

    /// @param lives how many hosts had this place before
    private record Host(String space, String cable, String address, String gateway, int lives) {}

    /// @param count of the hosts, which are numbered from 0
    static HostNetwork open(int count) throws IOException, InterruptedException {
        HostNetwork network = new HostNetwork();
        run("ip", "address", "replace", network.center() + "/32", "dev", "lo");
        run("ip", "link", "set", "lo", "up");
        for (int number = 0; number < count; number++) {
            network.hosts.add(network.make(number, 0));
        }
        return network;
    }

    private Host make(int number, int lives) throws IOException, InterruptedException {
        String name = "me" + id + "-" + number + "-" + lives;
        String place = net + "." + (number + 1) + ".";
        Host host = new Host(name, "me" + id % 10_000 + "-" + number + "-" + lives, place + "2", place + "1", lives);
        run("ip", "netns", "add", name);
        run("ip", "link", "add", host.cable(), "type", "veth", "peer", "name", "eth0", "netns", name);
        run("ip", "address", "add", host.gateway() + "/24", "dev", host.cable());
        run("ip", "link", "set", host.cable(), "up");
        run("ip", "-n", name, "link", "set", "lo", "up");
        run("ip", "-n", name, "address", "add", host.address() + "/24", "dev", "eth0");
        run("ip", "-n", name, "link", "set", "eth0", "up");
        run("ip", "-n", name, "route", "add", "default", "via", host.gateway());
        return host;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("`%s`, which only root may do: %s", String.join(" ", command), output)
                .isZero();
    }

    /// Where the database and the brokers listen.
    String center() {
        return net + ".0.1";
    }

    /// All hosts.
    String range() {
        return net + ".0.0/16";
    }

    /// The address of a host.
    String address(int number) {
        return hosts.get(number).address();
    }

    /// Runs a command on a host.
    List<String> prefix(int number) {
        return List.of("nsenter", "--net=/run/netns/" + hosts.get(number).space());
    }

    /// Lets a host reach a port of the center at its own loopback.
    Process relay(int number, int port, Path log) throws IOException {
        return Relay.start(prefix(number), center(), port, log);
    }

    void cut(int number) throws IOException, InterruptedException {
        run("ip", "link", "set", hosts.get(number).cable(), "down");
    }

    void mend(int number) throws IOException, InterruptedException {
        run("ip", "link", "set", hosts.get(number).cable(), "up");
    }

    /// Puts another host in the place of one whose power was cut: its connections are gone, and nobody is told. Its
    /// cable is cut and its processes are killed before.
    void replace(int number) throws IOException, InterruptedException {
        Host host = hosts.get(number);
        remove(host);
        hosts.set(number, make(number, host.lives() + 1));
    }

    private static void remove(Host host) throws IOException, InterruptedException {
        run("ip", "link", "delete", host.cable());
        run("ip", "netns", "delete", host.space());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (Host host : hosts) {
            remove(host);
        }
        run("ip", "address", "delete", center() + "/32", "dev", "lo");
    }
}
