package org.macroedge.server.access;

import java.time.Duration;
import org.macroedge.server.platform.config.ServerOnly;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Who may ask.
@Configuration(proxyBeanMethods = false)
@Import(AccessFilter.class)
public class AccessConfiguration {

    private static final Duration GRACE = Duration.ofSeconds(30);
    /// The slowest line that anyone sends files over is faster.
    private static final long LEAST_BYTES_PER_SECOND = 1_024;

    /// Pages and programs of this machine read everything; no other request gets past [AccessFilter].
    @Bean
    @ServerOnly
    ReadAccess readAccess() {
        return request -> true;
    }

    @Bean
    @ServerOnly
    WebServerFactoryCustomizer<JettyServletWebServerFactory> slowBodies() {
        return factory -> factory.addServerCustomizers(
                server -> server.insertHandler(new SlowBodies(GRACE, LEAST_BYTES_PER_SECOND)));
    }
}
