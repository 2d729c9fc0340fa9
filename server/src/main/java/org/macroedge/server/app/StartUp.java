package org.macroedge.server.app;

import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.catalogue.LoadedCatalogue;
import org.macroedge.server.platform.error.NoteMessage;
import org.macroedge.server.releases.importing.CatalogueAdoption;
import org.macroedge.server.releases.importing.Sample;
import org.macroedge.server.releases.importing.SampleLoader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// What happens to a store before its first answer: the catalogue is adopted, and an empty store gets the sample.
final class StartUp {

    private final CatalogueInForce catalogue;
    private final CatalogueAdoption adoption;
    private final SampleLoader sample;
    private final Notes notes;

    private StartUp(CatalogueInForce catalogue, CatalogueAdoption adoption, SampleLoader sample, Notes notes) {
        this.catalogue = catalogue;
        this.adoption = adoption;
        this.sample = sample;
        this.notes = notes;
    }

    void run() {
        int moved = adoption.adopt();
        if (moved > 0) {
            notes.add(NoteMessage.CATALOGUE_EDITED.text(moved));
        }
        catalogue.completeRows();
        String difference = catalogue.state().difference();
        if (difference != null) {
            notes.add(difference);
        }
        sample.load()
                .ifPresent(outcome -> notes.add(
                        NoteMessage.SAMPLE_LOADED.text(outcome.counts().imported(), Sample.LAST_YEAR) + "."));
    }

    /// Runs it as the beans are made, before a server listens.
    @Configuration(proxyBeanMethods = false)
    static class StartUpConfiguration {

        /// @param loaded is read while the database opens, so it comes before what needs the database
        @Bean(initMethod = "run")
        @Lazy(false)
        StartUp startUp(
                LoadedCatalogue loaded,
                CatalogueInForce catalogue,
                CatalogueAdoption adoption,
                SampleLoader sample,
                Notes notes) {
            return new StartUp(catalogue, adoption, sample, notes);
        }
    }
}
