package org.macroedge.server.catalogue;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON schemas (2020-12) of the files that users edit, in the catalogue's folder `schema`. They define the fields
/// and the form of their values; code checks references between entries.
///
/// Each schema is read on first use. Thread-safe.
public final class CatalogueSchemas {

    private final Path folder;
    private final Map<FileKind, Schema> read = new LinkedHashMap<>();

    /// @param catalogue the catalogue's folder
    public CatalogueSchemas(Path catalogue) {
        this.folder = catalogue.resolve("schema");
    }

    /// The schema's faults in a file, in the order of its lines, one per place.
    ///
    /// @throws CatalogueException if the schema itself cannot be read
    public synchronized List<CatalogueFault> faults(FileKind kind, YamlEntry root) {
        Schema schema = read.computeIfAbsent(kind, this::schema);
        Map<List<Object>, CatalogueFault> faults = new LinkedHashMap<>();
        root.duplicates().forEach(fault -> faults.put(place(fault), fault));
        List<Error> errors = new ArrayList<>(schema.validate(root.json()));
        for (Error error : errors) {
            CatalogueFault fault = SchemaFault.of(error, root, schema.getSchemaNode());
            faults.putIfAbsent(place(fault), fault);
        }
        return faults.values().stream()
                .sorted(Comparator.comparingInt(CatalogueFault::line))
                .toList();
    }

    private static List<Object> place(CatalogueFault fault) {
        return List.of(fault.line(), fault.field());
    }

    private Schema schema(FileKind kind) {
        Path file = folder.resolve(kind.schema() + ".json");
        try {
            JsonNode json = JsonMapper.shared().readTree(Files.readAllBytes(file));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(json);
        } catch (IOException | JacksonException fault) {
            throw new CatalogueException(
                    List.of(new CatalogueFault(file, 1, "schema", CatalogueMessage.unreadable(fault))));
        }
    }
}
