package org.macroedge.server.platform.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import org.macroedge.server.platform.config.ServerOnly;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Traces, where a collector is named. Spring Boot makes what sends them.
@ServerOnly
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(TracesConfiguration.ON)
public class TracesConfiguration {

    /// The property that turns traces on.
    public static final String ON = "macro-edge.traces";

    private static final String INSTRUMENTATION = "macro-edge";

    @Bean
    TraceFilter traceFilter(OpenTelemetry telemetry) {
        return new TraceFilter(telemetry, telemetry.getTracer(INSTRUMENTATION));
    }

    @Bean
    OperationSteps operationSteps() {
        return new OperationSteps();
    }

    /// Records until the server stops.
    @Bean
    DisposableBean traceRecorder(OpenTelemetry telemetry) {
        Tracer tracer = telemetry.getTracer(INSTRUMENTATION);
        Traces.use(new OpenTelemetryRecorder(tracer));
        return () -> Traces.use(null);
    }
}
