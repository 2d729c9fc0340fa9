package org.macroedge.server.cli;

import java.util.Locale;
import org.macroedge.engine.vocabulary.Region;
import picocli.CommandLine.ITypeConverter;

/// Reads a region in any case. Everybody writes UK, and its code is GB.
final class RegionConverter implements ITypeConverter<Region> {

    @Override
    public Region convert(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        return Region.ofCode(code.equals("UK") ? Region.GB.code() : code);
    }
}
