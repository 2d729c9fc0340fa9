package org.macroedge.server.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The indicators to which a title of a calendar profile refers. Others have no data, and would only lower coverage.
///
/// @param ids as the profiles name them
record TitledIndicators(Set<String> ids) {

    private static final String PROFILES = "profiles";

    /// Reads the titles of all profiles of a catalogue.
    ///
    /// @return null where there are no profiles, or where one cannot be read, which is a fault of its own
    static @Nullable TitledIndicators of(Path catalogue) {
        Path profiles = catalogue.resolve(PROFILES);
        if (!Files.isDirectory(profiles)) {
            return null;
        }
        try (Stream<Path> files = Files.list(profiles)) {
            Set<String> ids = new HashSet<>();
            files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(YamlDocument::read)
                    .forEach(profile -> ids.addAll(titles(profile)));
            return new TitledIndicators(ids);
        } catch (IOException | CatalogueException unreadable) {
            return null;
        }
    }

    private static List<String> titles(YamlEntry profile) {
        YamlEntry titles = profile.fields().get("titles");
        return titles == null || !titles.isList()
                ? List.of()
                : titles.entries().stream()
                        .map(title -> title.field("indicator").text())
                        .toList();
    }

    /// @throws CatalogueException where no title refers to the indicator
    void check(YamlEntry indicator) {
        YamlEntry id = indicator.field("id");
        if (!ids.contains(id.text())) {
            throw id.failure(CatalogueMessage.NO_TITLE, id.text(), PROFILES);
        }
    }
}
