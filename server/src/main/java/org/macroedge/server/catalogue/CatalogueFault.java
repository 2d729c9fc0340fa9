package org.macroedge.server.catalogue;

import java.nio.file.Path;

/// What is wrong in a file that a user edits, and where.
public record CatalogueFault(Path file, int line, String field, String what) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + field + ": " + what;
    }
}
