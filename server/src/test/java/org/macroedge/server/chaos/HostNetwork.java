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

    private static final int FIRST_NET = 100;
    private static final int LAST_NET = 199;

    private final int net;
    private final List<Host> hosts = new ArrayList<>();

    private HostNetwork(int net) {
        this.net = net;
    }

    /// @param lives how many hosts had this place before
    private record Host(String space, String address, String gateway, int lives) {

        /// The name of its end on this machine.
        String cable() {
            return space;
        }
    }

    /// @param count of the hosts, which are numbered from 0
    static HostNetwork open(int count) throws IOException, InterruptedException {
        HostNetwork network = new HostNetwork(reserved());
        run("ip", "address", "replace", network.center() + "/32", "dev", "lo");
        run("ip", "link", "set", "lo", "up");
        for (int number = 0; number < count; number++) {
            network.hosts.add(network.make(number, 0));
        }
        return network;
    }

    /// A net that no other test has now: the name of a namespace is given once.
    private static int reserved() throws IOException, InterruptedException {
        int net = FIRST_NET;
        while (new ProcessBuilder("ip", "netns", "add", name(net)).start().waitFor() != 0) {
            assertThat(++net).as("a net that is free, which only root may take").isLessThanOrEqualTo(LAST_NET);
        }
        return net;
    }

    private static String name(int net) {
        return "me-" + net;
    }

    private Host make(int number, int lives) throws IOException, InterruptedException {
        String name = name(net) + "-" + number + "-" + lives;
        String place = "10." + net + "." + (number + 1) + ".";
        Host host = new Host(name, place + "2", place + "1", lives);
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
        return "10." + net + ".0.1";
    }

    /// All hosts.
    String range() {
        return "10." + net + ".0.0/16";
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
        run("ip", "netns", "delete", name(net));
    }
}
