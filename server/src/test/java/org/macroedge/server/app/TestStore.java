package org.macroedge.server.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.LoadedCatalogue;
import org.macroedge.server.events.EventDelivery;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.releases.importing.CatalogueAdoption;
import org.macroedge.server.releases.importing.Imports;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.unit.DataSize;

/// The modules of a command over a database and a catalogue of the test.
public record TestStore(GenericApplicationContext context) {

    private static final Settings SETTINGS = new Settings(
            new HomeDirectory(Path.of("none")),
            Path.of("../catalogue"),
            "jdbc:postgresql://test/none",
            false,
            0,
            DataSize.ofGigabytes(1));

    /// Joins them; the caller closes the database.
    public static TestStore of(Database database, Catalogue catalogue, Clock clock) {
        return of(database, new LoadedCatalogue(catalogue, Instant.EPOCH), clock);
    }

    public static TestStore of(Database database, LoadedCatalogue catalogue, Clock clock) {
        return new TestStore(StoreContext.start(context -> {
            context.registerBean(Settings.class, () -> SETTINGS);
            context.registerBean(Clock.class, () -> clock);
            context.registerBean("database", Database.class, () -> database);
            context.registerBean("loadedCatalogue", LoadedCatalogue.class, () -> catalogue);
        }));
    }

    public <T> T get(Class<T> service) {
        return context.getBean(service);
    }

    public ReleaseReader facts() {
        return get(ReleaseReader.class);
    }

    public Imports imports() {
        return get(Imports.class);
    }

    public CatalogueAdoption adoption() {
        return get(CatalogueAdoption.class);
    }

    public EventDelivery delivery() {
        return get(EventDelivery.class);
    }

    public LatestBias bias() {
        return get(LatestBias.class);
    }
}
