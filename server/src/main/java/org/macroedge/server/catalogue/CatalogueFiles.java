package org.macroedge.server.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads files of entries and collects the faults of all of them, one per place.
final class CatalogueFiles {

    private final @Nullable CatalogueSchemas schemas;
    private final Map<List<Object>, CatalogueFault> faults = new LinkedHashMap<>();
    private final Set<YamlEntry> malformed = new HashSet<>();

    /// @param schemas null to skip the check of the schemas
    CatalogueFiles(@Nullable CatalogueSchemas schemas) {
        this.schemas = schemas;
    }

    /// The entries of all files of one kind, including invalid ones.
    List<YamlEntry> entries(FileKind kind, List<Path> files) {
        List<YamlEntry> entries = new ArrayList<>();
        files.forEach(file -> gathering(() -> {
            YamlEntry root = YamlDocument.read(file);
            List<CatalogueFault> found = schemas == null ? List.of() : schemas.faults(kind, root);
            found.forEach(this::add);
            List<YamlEntry> here = root.entries();
            here.stream()
                    .filter(entry -> found.stream().anyMatch(entry::covers))
                    .forEach(malformed::add);
            entries.addAll(here);
        }));
        return entries;
    }

    /// Whether the schema, or a check of a reference, found a fault in an entry.
    boolean isMalformed(YamlEntry entry) {
        return malformed.contains(entry);
    }

    /// Leaves an entry out of what is read.
    void leaveOut(YamlEntry entry) {
        malformed.add(entry);
    }

    /// The values of the valid entries.
    <T> List<T> read(List<YamlEntry> entries, Function<YamlEntry, T> reader) {
        List<T> values = new ArrayList<>();
        for (YamlEntry entry : entries) {
            if (!malformed.contains(entry)) {
                gathering(() -> {
                    try {
                        values.add(reader.apply(entry));
                    } catch (IllegalArgumentException wrong) {
                        add(entry.fault(CatalogueMessage.INVALID_ENTRY, String.valueOf(wrong.getMessage())));
                    }
                });
            }
        }
        return values;
    }

    /// The ids of entries. Each id may appear only once.
    Set<String> ids(List<YamlEntry> entries) {
        Set<String> seen = new HashSet<>();
        checkEach(entries, "id", id -> {
            if (!seen.add(id.text())) {
                throw id.failure(CatalogueMessage.DUPLICATE_ID, id.text());
            }
        });
        return seen;
    }

    /// Checks the ids and aliases of entries. Each may appear only once, in upper or lower case.
    void names(List<YamlEntry> entries) {
        Set<String> seen = new HashSet<>();
        checkEach(entries, "id", id -> addName(id, seen));
        checkEach(entries, "aliases", aliases -> aliases.entries().forEach(alias -> addName(alias, seen)));
    }

    private static void addName(YamlEntry name, Set<String> seen) {
        if (!seen.add(name.text().toLowerCase(Locale.ROOT))) {
            throw name.failure(CatalogueMessage.DUPLICATE_ID, name.text());
        }
    }

    /// Checks a field of every entry that has it, including invalid entries.
    void checkEach(List<YamlEntry> entries, String field, Consumer<YamlEntry> check) {
        entries.forEach(entry -> gathering(() -> {
            YamlEntry value = entry.fields().get(field);
            if (value != null) {
                check.accept(value);
            }
        }));
    }

    /// Checks every entry, including invalid ones.
    void checkAll(List<YamlEntry> entries, Consumer<YamlEntry> check) {
        entries.forEach(entry -> gathering(() -> check.accept(entry)));
    }

    /// Throws the collected faults, ordered by file and line, if there are any.
    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new CatalogueException(faults.values().stream()
                    .sorted(Comparator.comparing(CatalogueFault::file).thenComparingInt(CatalogueFault::line))
                    .toList());
        }
    }

    private void gathering(Runnable step) {
        try {
            step.run();
        } catch (CatalogueException wrong) {
            wrong.faults().forEach(this::add);
        }
    }

    private void add(CatalogueFault fault) {
        faults.putIfAbsent(List.of(fault.file(), fault.line(), fault.field()), fault);
    }
}
