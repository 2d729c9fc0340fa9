package org.macroedge.server.catalogue;

import java.net.URI;

/// Reads one source of the catalogue.
final class SourceReader {

    private static final String NO_TERMS = "none";

    private SourceReader() {}

    static Source read(YamlEntry entry) {
        YamlEntry terms = entry.field("terms");
        YamlEntry address = terms.field("address");
        return new Source(
                entry.field("id").text(),
                entry.field("name").text(),
                entry.field("precedence").integer(),
                new Source.Terms(
                        address.text().equals(NO_TERMS) ? null : address.as(URI::create, "an address"),
                        terms.field("attribution").text(),
                        terms.field("storable").text().equals("true")));
    }
}
