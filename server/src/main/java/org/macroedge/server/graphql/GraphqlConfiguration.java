package org.macroedge.server.graphql;

import java.time.Clock;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.calendar.LatestCalendar;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.indices.LatestIndices;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.query.RecordClock;
import org.macroedge.server.platform.web.ServerPaths;
import org.macroedge.server.regime.LatestRegimes;
import org.macroedge.server.surprises.LatestIndicators;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/// The address of GraphQL, where it is switched on. The library is loaded with the first query.
@ServerOnly
@Configuration(proxyBeanMethods = false)
public class GraphqlConfiguration {

    @Bean
    ServletRegistrationBean<GraphqlServlet> graphqlServlet(Settings settings, GraphqlStore store) {
        GraphqlServlet servlet = new GraphqlServlet(SingletonSupplier.of(() -> engine(store)));
        ServletRegistrationBean<GraphqlServlet> registration =
                new ServletRegistrationBean<>(servlet, ServerPaths.GRAPHQL);
        registration.setEnabled(settings.graphql());
        return registration;
    }

    private static GraphqlEngine engine(GraphqlStore store) {
        return new GraphqlEngine(GraphqlSchema.of(GraphqlQuestions.of(store)), GraphqlLimits.PATIENCE);
    }

    @Bean
    GraphqlStore graphqlStore(
            LatestBias bias,
            LatestCalendar calendar,
            LatestIndices indices,
            LatestIndicators indicators,
            LatestRegimes regimes,
            CatalogueInForce catalogue,
            Clock clock,
            RecordClock records) {
        return new GraphqlStore(bias, calendar, indices, indicators, regimes, catalogue, clock, records);
    }
}
