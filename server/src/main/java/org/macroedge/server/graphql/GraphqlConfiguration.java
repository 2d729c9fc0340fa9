package org.macroedge.server.graphql;

import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.web.ServerPaths;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.util.function.SingletonSupplier;

/// The address of GraphQL, where it is switched on. The library is loaded with the first query.
@InRole(ServerRole.API)
@Configuration(proxyBeanMethods = false)
@Import(GraphqlStore.class)
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
}
