package org.macroedge.server.app;

import java.util.stream.Stream;
import org.macroedge.server.access.AccessConfiguration;
import org.macroedge.server.access.keys.ApiKeysConfiguration;
import org.macroedge.server.alerts.AlertsConfiguration;
import org.macroedge.server.assistants.AssistantServletConfiguration;
import org.macroedge.server.assistants.AssistantsConfiguration;
import org.macroedge.server.audit.AuditConfiguration;
import org.macroedge.server.bias.BiasConfiguration;
import org.macroedge.server.board.BoardConfiguration;
import org.macroedge.server.calendar.CalendarConfiguration;
import org.macroedge.server.catalogue.CatalogueConfiguration;
import org.macroedge.server.correlation.CorrelationConfiguration;
import org.macroedge.server.eventrisk.EventRiskConfiguration;
import org.macroedge.server.events.EventsConfiguration;
import org.macroedge.server.exports.ExportsConfiguration;
import org.macroedge.server.graphql.GraphqlConfiguration;
import org.macroedge.server.indices.IndicesConfiguration;
import org.macroedge.server.jobs.JobsConfiguration;
import org.macroedge.server.page.PageConfiguration;
import org.macroedge.server.platform.database.DatabaseConfiguration;
import org.macroedge.server.platform.trace.TracesConfiguration;
import org.macroedge.server.platform.web.WebConfiguration;
import org.macroedge.server.prices.PricesConfiguration;
import org.macroedge.server.ready.ReadyConfiguration;
import org.macroedge.server.regime.RegimeConfiguration;
import org.macroedge.server.releases.ReleasesConfiguration;
import org.macroedge.server.releases.conflicts.ConflictsConfiguration;
import org.macroedge.server.releases.importing.ImportingConfiguration;
import org.macroedge.server.releases.push.PushConfiguration;
import org.macroedge.server.releases.rows.RowsConfiguration;
import org.macroedge.server.releases.verdicts.VerdictsConfiguration;
import org.macroedge.server.sources.SourcesConfiguration;
import org.macroedge.server.stream.StreamConfiguration;
import org.macroedge.server.surprises.SurprisesConfiguration;
import org.macroedge.server.weights.WeightsConfiguration;

/// The configurations of the modules.
final class Modules {

    /// What reads and writes the store.
    static final Class<?>[] STORE = {
        DatabaseConfiguration.class,
        CatalogueConfiguration.class,
        EventsConfiguration.class,
        AuditConfiguration.class,
        ReleasesConfiguration.class,
        ImportingConfiguration.class,
        VerdictsConfiguration.class,
        PricesConfiguration.class,
        RowsConfiguration.class,
        PushConfiguration.class,
        ConflictsConfiguration.class,
        SurprisesConfiguration.class,
        IndicesConfiguration.class,
        RegimeConfiguration.class,
        EventRiskConfiguration.class,
        BiasConfiguration.class,
        WeightsConfiguration.class,
        AssistantsConfiguration.class,
        CorrelationConfiguration.class,
        CalendarConfiguration.class,
        ExportsConfiguration.class,
        JobsConfiguration.class,
        SourcesConfiguration.class,
        ApiKeysConfiguration.class,
        AlertsConfiguration.class
    };

    /// For a short command on a store.
    static final Class<?>[] COMMAND = with(STORE, StartUp.StartUpConfiguration.class);

    /// For the HTTP server.
    static final Class<?>[] SERVER = with(
            COMMAND,
            ServerConfiguration.class,
            WebConfiguration.class,
            AccessConfiguration.class,
            AssistantServletConfiguration.class,
            GraphqlConfiguration.class,
            BoardConfiguration.class,
            PageConfiguration.class,
            ReadyConfiguration.class,
            StreamConfiguration.class,
            TracesConfiguration.class);

    private Modules() {}

    private static Class<?>[] with(Class<?>[] modules, Class<?>... more) {
        return Stream.concat(Stream.of(modules), Stream.of(more)).toArray(Class<?>[]::new);
    }
}
