package org.macroedge.server.releases.importing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.releases.profile.Profiles;

/// Loads the sample into an empty store, so that a first run shows real figures.
public final class SampleLoader {

    private final Settings settings;
    private final Profiles profiles;
    private final Imports imports;

    SampleLoader(Settings settings, Profiles profiles, Imports imports) {
        this.settings = settings;
        this.profiles = profiles;
        this.imports = imports;
    }

    /// Loads it where the settings ask for it and the store has no batch.
    ///
    /// @return empty where nothing was loaded
    public Optional<ImportOutcome> load() {
        Path file = settings.sample() ? Sample.file(settings.catalogue()) : null;
        if (file == null || !imports.isEmpty()) {
            return Optional.empty();
        }
        ImportRequest request = new ImportRequest(
                Sample.PROFILE, profiles.named(Sample.PROFILE), List.of(Sample.calendar(file)), true, false);
        return imports.runFirst(request);
    }
}
