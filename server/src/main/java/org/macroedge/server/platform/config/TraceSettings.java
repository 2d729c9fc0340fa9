package org.macroedge.server.platform.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.ShownText;

/// Where a server sends its traces, by OTLP over HTTP. The standard's own variables count where ours are not set.
///
/// @param address of the collector, to which `/v1/traces` is added
/// @param share of the requests without a trace of their own that are traced, 0 to 1
/// @param headers of each message to the collector, which may hold a key
public record TraceSettings(URI address, double share, Map<String, String> headers) {

    static final String STANDARD_ADDRESS = "OTEL_EXPORTER_OTLP_ENDPOINT";
    static final String STANDARD_HEADERS = "OTEL_EXPORTER_OTLP_HEADERS";

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern SHARE = Pattern.compile("0(\\.[0-9]{1,9})?|1(\\.0{1,9})?");
    /// A shorter value is the name of a tenant or the like, and would be masked wherever the word stands.
    private static final int SHORTEST_KEY = 8;

    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

    static @Nullable TraceSettings of(Environment environment) {
        double share = share(environment.text(Variable.TRACE_SHARE, "1"));
        String own = environment.text(Variable.OTLP_URL, "");
        String text = own.isEmpty() ? environment.standard(STANDARD_ADDRESS) : own;
        if (text.isEmpty()) {
            return null;
        }
        return new TraceSettings(
                address(own.isEmpty() ? STANDARD_ADDRESS : Variable.OTLP_URL.key(), text),
                share,
                headers(environment.standard(STANDARD_HEADERS)));
    }

    private static double share(String text) {
        if (!SHARE.matcher(text).matches()) {
            throw SettingMessage.NOT_A_SHARE.exception(Variable.TRACE_SHARE.key(), ShownText.of(text));
        }
        return Double.parseDouble(text);
    }

    /// The value may hold a password, which no message repeats.
    private static URI address(String name, String text) {
        try {
            URI address = new URI(text);
            if (SCHEMES.contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null) {
                return address;
            }
        } catch (URISyntaxException invalid) {
            // as any other address that is not one
        }
        throw SettingMessage.NOT_OTLP.exception(name);
    }

    private static Map<String, String> headers(String text) {
        Map<String, String> headers = new TreeMap<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",")) {
            int sign = part.indexOf('=');
            String name = part.substring(0, Math.max(sign, 0)).strip();
            if (!HEADER.matcher(name).matches()) {
                throw SettingMessage.NOT_OTLP_HEADERS.exception(STANDARD_HEADERS);
            }
            String value = decoded(part.substring(sign + 1).strip());
            if (value.length() >= SHORTEST_KEY) {
                Secrets.keep(value);
            }
            headers.put(name, value);
        }
        return headers;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException invalid) {
            throw SettingMessage.NOT_OTLP_HEADERS.exception(STANDARD_HEADERS);
        }
    }

    /// Where the traces themselves are sent.
    public URI target() {
        return URI.create(address.toString().replaceFirst("/+$", "") + "/v1/traces");
    }

    /// Leaves the values of the headers out.
    @Override
    public String toString() {
        return "TraceSettings[address=" + address + ", share=" + share + ", headers=" + headers.keySet() + "]";
    }
}
