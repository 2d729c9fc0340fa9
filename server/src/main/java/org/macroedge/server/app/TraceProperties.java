package org.macroedge.server.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.TraceSettings;
import org.macroedge.server.platform.trace.TracesConfiguration;

/// What Spring Boot is told about traces. Where none are sent, it makes nothing of OpenTelemetry.
final class TraceProperties {

    private static final List<String> SENDING = List.of(
            "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure"
                    + ".OpenTelemetryTracingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration");

    private static final String EXPORT = "management.opentelemetry.tracing.export.";

    private TraceProperties() {}

    static Map<String, Object> of(@Nullable TraceSettings traces) {
        if (traces == null) {
            return Map.of("spring.autoconfigure.exclude", String.join(",", SENDING));
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(TracesConfiguration.ON, true);
        properties.put("management.tracing.sampling.probability", traces.share());
        properties.put("management.opentelemetry.resource-attributes[service.name]", "macro-edge");
        // others would take part in what our own settings say
        properties.put("management.opentelemetry.map-environment-variables", false);
        properties.put(EXPORT + "otlp.endpoint", traces.target().toString());
        // a server that stops waits for a collector that is lost
        properties.put(EXPORT + "otlp.timeout", "2s");
        properties.put(EXPORT + "otlp.connect-timeout", "2s");
        properties.put(EXPORT + "timeout", "3s");
        properties.put(EXPORT + "schedule-delay", "1s");
        traces.headers().forEach((name, value) -> properties.put(EXPORT + "otlp.headers[" + name + "]", value));
        return properties;
    }
}
