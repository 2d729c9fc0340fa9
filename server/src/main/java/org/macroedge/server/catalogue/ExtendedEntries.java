package org.macroedge.server.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Completes entries that extend another one: an entry with `extends: default` has the fields of `default`, but for
/// those that it gives itself. The other entry must stand above it in the file.
final class ExtendedEntries {

    private static final String ID = "id";
    private static final String EXTENDS = "extends";

    private final CatalogueFiles files;
    private final String kind;
    private final Map<String, YamlEntry> above = new HashMap<>();

    /// @param kind of the entries, for faults
    ExtendedEntries(CatalogueFiles files, String kind) {
        this.files = files;
        this.kind = kind;
    }

    /// The entries, each complete; an invalid entry stays as it is. One that extends an invalid entry, or none, is left
    /// out.
    List<YamlEntry> complete(List<YamlEntry> entries) {
        List<YamlEntry> complete = new ArrayList<>();
        files.checkAll(entries, entry -> complete.add(completed(entry)));
        return complete;
    }

    private YamlEntry completed(YamlEntry entry) {
        if (files.isMalformed(entry)) {
            entry.optional(ID, id -> above.put(id.text(), entry));
            return entry;
        }
        YamlEntry extended = entry.fields().get(EXTENDS);
        YamlEntry base = extended == null ? null : above.get(extended.text());
        if (extended != null && (base == null || files.isMalformed(base))) {
            files.leaveOut(entry);
            if (base == null) {
                throw extended.failure(CatalogueMessage.UNKNOWN_ID, kind, extended.text());
            }
            return entry;
        }
        YamlEntry completed = base == null ? entry : entry.over(base);
        above.put(entry.field(ID).text(), completed);
        return completed;
    }
}
