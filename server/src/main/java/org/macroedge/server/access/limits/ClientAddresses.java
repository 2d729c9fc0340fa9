package org.macroedge.server.access.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.macroedge.server.platform.config.AddressRange;

/// Tells from which address a request comes. Anyone can write `X-Forwarded-For`, so that it counts only as
/// far as proxies that are configured have written it: each adds the address that it sees at the end.
public final class ClientAddresses {

    private static final String HEADER = "X-Forwarded-For";
    /// No chain of proxies is longer.
    private static final int MOST_HOPS = 16;

    private final List<AddressRange> proxies;

    ClientAddresses(List<AddressRange> proxies) {
        this.proxies = proxies;
    }

    /// The last address that no proxy of ours has; that of the farthest proxy where the header ends before,
    /// or does not have an address there.
    public String of(HttpServletRequest request) {
        String remote = request.getRemoteAddr();
        return proxies.isEmpty() ? remote : of(remote, Collections.list(request.getHeaders(HEADER)));
    }

    /// @param remote the address of the connection
    /// @param lines of the header, in their order
    String of(String remote, List<String> lines) {
        List<String> hops = lines.stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .toList();
        String address = remote;
        for (String hop :
                hops.subList(Math.max(0, hops.size() - MOST_HOPS), hops.size()).reversed()) {
            Optional<InetAddress> literal = literal(hop);
            if (!isProxy(address) || literal.isEmpty()) {
                return address;
            }
            address = literal.get().getHostAddress();
        }
        return address;
    }

    private boolean isProxy(String text) {
        return literal(text).stream().anyMatch(address -> proxies.stream().anyMatch(proxy -> proxy.contains(address)));
    }

    /// Some proxies add the port, and then write an IPv6 address in brackets.
    private static Optional<InetAddress> literal(String text) {
        int end = text.startsWith("[") ? text.indexOf(']') : -1;
        boolean isIpv4WithPort = text.indexOf('.') > 0 && text.indexOf(':') == text.lastIndexOf(':');
        String address = text;
        if (end > 0) {
            address = text.substring(1, end);
        } else if (isIpv4WithPort) {
            address = text.split(":", 2)[0];
        }
        try {
            return Optional.of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
