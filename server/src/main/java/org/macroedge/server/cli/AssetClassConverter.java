package org.macroedge.server.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.macroedge.engine.vocabulary.AssetClass;
import picocli.CommandLine.ITypeConverter;

/// Reads an asset class by its code, in any case, or by a part of it that no other has: `bond`, `equity`.
final class AssetClassConverter implements ITypeConverter<AssetClass> {

    @Override
    public AssetClass convert(String text) {
        String part = text.strip().toLowerCase(Locale.ROOT);
        List<AssetClass> found = Arrays.stream(AssetClass.values())
                .filter(candidate -> !part.isEmpty() && candidate.code().contains(part))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(text);
        }
        return found.getFirst();
    }

    /// The codes, for the help and for completion.
    static final class Codes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(AssetClass.values()).map(AssetClass::code).iterator();
        }
    }
}
