package org.macroedge.server.catalogue;

/// The kinds of files that a user edits; each has a schema of its own.
public enum FileKind {
    INDICATORS("indicators"),
    INSTRUMENTS("instruments"),
    WEIGHT_SETS("weight-sets"),
    SOURCES("sources"),
    PROFILE("profiles");

    private final String schema;

    FileKind(String schema) {
        this.schema = schema;
    }

    /// The name of its schema in the catalogue's folder `schema`, without the ending.
    String schema() {
        return schema;
    }
}
