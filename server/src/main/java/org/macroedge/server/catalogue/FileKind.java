package org.macroedge.server.catalogue;

/// The kinds of files that users edit. Each has its own schema.
public enum FileKind {
    INDICATORS("indicators"),
    INSTRUMENTS("instruments"),
    WEIGHT_SETS("weight-sets"),
    INDICES("indices"),
    SOURCES("sources"),
    SERIES("series"),
    PRICES("prices"),
    PROFILE("profiles"),
    PRICE_PROFILE("price-profiles");

    private final String schema;

    FileKind(String schema) {
        this.schema = schema;
    }

    /// The name of its schema in the catalogue's folder `schema`, without the file extension.
    String schema() {
        return schema;
    }
}
