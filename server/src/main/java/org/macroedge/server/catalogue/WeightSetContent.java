package org.macroedge.server.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.macroedge.engine.catalogue.WeightSet;

/// A version of a weight set with its complete definition, from which it can be read again.
///
/// @param content canonical JSON
public record WeightSetContent(WeightSet weights, String content) {

    /// The name that faults show in place of a file.
    private static final String NAME = "definition";

    private static final String EXTENDS = "extends";
    private static final List<String> GIVEN = List.of("id", "version");

    /// Checks a definition as a file of the catalogue is checked, and completes it by the weight set
    /// that it extends.
    ///
    /// @param id in the form that the schema demands
    /// @param text the fields of the weight set but for id and version, in YAML or JSON
    /// @param catalogue that has the instruments and the weight set to extend
    /// @throws CatalogueException with line and field of each fault
    public static WeightSetContent of(String id, int version, String text, Catalogue catalogue) {
        YamlEntry given = YamlDocument.read(NAME, text.getBytes(StandardCharsets.UTF_8));
        if (given.isMapping()) {
            GIVEN.forEach(field -> given.optional(field, own -> {
                throw own.failure(CatalogueMessage.GIVEN_BY_SERVER);
            }));
        }
        YamlEntry own = given.over(YamlDocument.parse(NAME, "{id: '" + id + "', version: " + version + "}"));
        List<CatalogueFault> faults = catalogue.schemas().faults(FileKind.WEIGHT_SETS, own.inList());
        if (!faults.isEmpty()) {
            throw new CatalogueException(faults);
        }
        YamlEntry extended = own.fields().get(EXTENDS);
        YamlEntry complete = extended == null
                ? own
                : own.over(catalogue
                        .weightSetEntry(extended.text())
                        .orElseThrow(
                                () -> extended.failure(CatalogueMessage.UNKNOWN_ID, "weight set", extended.text())));
        checkInstruments(complete, catalogue);
        return read(complete);
    }

    /// The same definition as another version.
    public WeightSetContent as(int version) {
        return read(YamlDocument.parse(NAME, "{version: " + version + "}").over(YamlDocument.parse(NAME, content)));
    }

    /// Reads what was stored.
    ///
    /// @param name that faults show in place of a file
    /// @throws CatalogueException where this version of macro-edge cannot read it
    public static WeightSetContent stored(String name, String content) {
        return read(YamlDocument.parse(name, content));
    }

    private static WeightSetContent read(YamlEntry complete) {
        try {
            return new WeightSetContent(WeightSetReader.read(complete), CanonicalJson.of(complete));
        } catch (IllegalArgumentException wrong) {
            throw complete.failure(CatalogueMessage.INVALID_ENTRY, String.valueOf(wrong.getMessage()));
        }
    }

    private static void checkInstruments(YamlEntry complete, Catalogue catalogue) {
        List<CatalogueFault> unknown = complete.field("exposures").fields().entrySet().stream()
                .filter(exposure -> catalogue.instruments().stream()
                        .noneMatch(instrument -> instrument.id().value().equals(exposure.getKey())))
                .map(exposure ->
                        exposure.getValue().fault(CatalogueMessage.UNKNOWN_ID, "instrument", exposure.getKey()))
                .toList();
        if (!unknown.isEmpty()) {
            throw new CatalogueException(unknown);
        }
    }
}
