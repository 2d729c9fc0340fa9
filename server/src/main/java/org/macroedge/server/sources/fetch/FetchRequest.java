package org.macroedge.server.sources.fetch;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What to fetch from a source.
///
/// @param source its id
/// @param name what is asked for, for the store and for messages; the same request has the same name. It never holds a
/// key
/// @param address without any key
/// @param accept the media type that is wanted
/// @param body JSON to send by POST; null for a GET. It may hold a key, and is never shown
/// @param secrets further parameters of the address, which are never shown
public record FetchRequest(
        String source,
        String name,
        URI address,
        String accept,
        @Nullable String body,
        Map<String, String> secrets) {

    public FetchRequest {
        secrets = Map.copyOf(secrets);
    }

    /// A GET without a key.
    public static FetchRequest get(String source, String name, URI address, String accept) {
        return new FetchRequest(source, name, address, accept, null, Map.of());
    }

    /// The same with a further parameter that is never shown.
    public FetchRequest withSecret(String parameter, String value) {
        Map<String, String> more = new TreeMap<>(secrets);
        more.put(parameter, value);
        return new FetchRequest(source, name, address, accept, body, more);
    }

    /// The host of the address; the address as a whole where it has none.
    String host() {
        return address.getHost() == null ? address.toString() : address.getHost();
    }

    @Override
    public String toString() {
        return source + " " + name;
    }
}
