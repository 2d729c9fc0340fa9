package org.macroedge.server.platform.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/// Which addresses count as one client: each IPv4 address, and the 2^64 IPv6 addresses of a network, which
/// one machine can choose from as it likes.
public final class ClientNetwork {

    private static final int GROUPS = 4;

    private ClientNetwork() {}

    /// The client of an address, as in `203.0.113.7` or `2001:db8:0:1::/64`; the text itself where it is no
    /// address.
    public static String of(String address) {
        try {
            int zone = address.indexOf('%');
            InetAddress literal = InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone));
            return literal instanceof Inet6Address ? network(literal) : literal.getHostAddress();
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }

    /// Java writes all eight groups.
    private static String network(InetAddress address) {
        return String.join(":", Arrays.copyOf(address.getHostAddress().split(":"), GROUPS)) + "::/64";
    }
}
