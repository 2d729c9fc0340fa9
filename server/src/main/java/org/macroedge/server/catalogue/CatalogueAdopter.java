package org.macroedge.server.catalogue;

/// Makes this process's catalogue files the version in force where they may be. The module that keeps the releases
/// does it, because releases move with the catalogue's release times.
@FunctionalInterface
public interface CatalogueAdopter {

    /// Adopts the files.
    ///
    /// @return how many releases moved
    int adopt();
}
