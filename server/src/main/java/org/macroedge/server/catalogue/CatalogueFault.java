package org.macroedge.server.catalogue;

import java.nio.file.Path;

/// A fault in a file that users edit, with its place.
public record CatalogueFault(Path file, int line, String field, String what) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + field + ": " + what;
    }
}
