package org.macroedge.server.cli;

import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.query.ResolvedId;
import picocli.CommandLine.ITypeConverter;

/// Reads a region in any case.
final class RegionConverter implements ITypeConverter<Region> {

    @Override
    public Region convert(String text) {
        return Region.ofCode(ResolvedId.region(text));
    }
}
