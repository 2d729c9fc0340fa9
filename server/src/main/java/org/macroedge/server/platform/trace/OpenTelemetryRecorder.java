package org.macroedge.server.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import org.macroedge.server.platform.log.LogMask;

/// Records steps as spans of OpenTelemetry. Texts pass the mask of the log.
final class OpenTelemetryRecorder implements Traces.Recorder {

    private final Tracer tracer;

    OpenTelemetryRecorder(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public Traces.Step begin(String name, boolean alone) {
        return alone || Span.current().isRecording() ? begin(name, SpanKind.INTERNAL) : Traces.NONE;
    }

    @Override
    public Traces.Step beginStatement(String operation) {
        return Span.current().isRecording() ? begin(operation, SpanKind.CLIENT) : Traces.NONE;
    }

    /// The scope closes with the step.
    @SuppressWarnings("MustBeClosedChecker")
    private Traces.Step begin(String name, SpanKind kind) {
        Span span = tracer.spanBuilder(name).setSpanKind(kind).startSpan();
        return new Recorded(span, span.makeCurrent());
    }

    private record Recorded(Span span, Scope scope) implements Traces.Step {

        @Override
        public void add(String attribute, String value) {
            span.setAttribute(attribute, LogMask.of(value));
        }

        @Override
        public void add(String attribute, long value) {
            span.setAttribute(attribute, value);
        }

        @Override
        public void fail(Class<? extends Throwable> kind) {
            span.setAttribute("error.type", kind.getName());
            span.setStatus(StatusCode.ERROR);
        }

        @Override
        public void close() {
            scope.close();
            span.end();
        }
    }
}
