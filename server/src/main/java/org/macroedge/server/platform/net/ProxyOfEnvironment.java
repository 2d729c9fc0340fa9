package org.macroedge.server.platform.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Chooses the proxy as other programs do: by `HTTPS_PROXY` and `NO_PROXY`. Where neither is set, Java's own properties
/// decide.
public final class ProxyOfEnvironment extends ProxySelector {

    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);
    private static final int HTTP_PORT = 80;

    private final @Nullable InetSocketAddress proxy;
    private final List<String> without;
    private final ProxySelector otherwise;

    public ProxyOfEnvironment(Map<String, String> variables, ProxySelector otherwise) {
        this.proxy = proxy(variable(variables, "https_proxy"));
        this.without = Arrays.stream(variable(variables, "no_proxy").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> name.startsWith("*.") ? name.substring(1) : name)
                .toList();
        this.otherwise = otherwise;
    }

    private static String variable(Map<String, String> variables, String name) {
        return variables.getOrDefault(name, variables.getOrDefault(name.toUpperCase(Locale.ROOT), ""));
    }

    private static @Nullable InetSocketAddress proxy(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            URI address = URI.create(text.contains("://") ? text.strip() : "http://" + text.strip());
            String host = address.getHost();
            int port = address.getPort() < 0 ? HTTP_PORT : address.getPort();
            return host == null ? null : InetSocketAddress.createUnresolved(host, port);
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    /// The host of the proxy; null where none is set.
    public @Nullable String host() {
        return proxy == null ? null : proxy.getHostString();
    }

    @Override
    public List<Proxy> select(URI address) {
        String host = String.valueOf(address.getHost());
        if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) {
            return DIRECT;
        }
        if (proxy == null) {
            return otherwise.select(address);
        }
        return without.stream().anyMatch(name -> covers(name, host))
                ? DIRECT
                : List.of(new Proxy(Proxy.Type.HTTP, proxy));
    }

    private static boolean covers(String name, String host) {
        String bare = name.startsWith(".") ? name.substring(1) : name;
        return name.equals("*") || host.equalsIgnoreCase(bare) || host.endsWith("." + bare);
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxied, IOException fault) {
        otherwise.connectFailed(address, proxied, fault);
    }
}
