package org.macroedge.server.platform.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.macroedge.server.platform.config.ServerOnly;
import org.slf4j.LoggerFactory;

/// Counts the lines of the log by level. Micrometer's own counter is a filter that is asked whenever any code asks
/// whether it should log, which the web server does some hundred times in a request. Thread-safe.
@ServerOnly
public final class LogMeters extends UnsynchronizedAppenderBase<ILoggingEvent> implements MeterBinder, AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Map<Level, LongAdder> lines = Stream.of(Level.ERROR, Level.WARN, Level.INFO, Level.DEBUG, Level.TRACE)
            .collect(Collectors.toMap(Function.identity(), level -> new LongAdder()));

    @Override
    public void bindTo(MeterRegistry registry) {
        lines.forEach((level, count) -> FunctionCounter.builder("logback.events", count, LongAdder::sum)
                .description("Lines of the log")
                .tag("level", level.toString().toLowerCase(Locale.ROOT))
                .register(registry));
        setContext(root.getLoggerContext());
        start();
        root.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        LongAdder count = lines.get(event.getLevel());
        if (count != null) {
            count.increment();
        }
    }

    @Override
    public void close() {
        root.detachAppender(this);
        stop();
    }
}
