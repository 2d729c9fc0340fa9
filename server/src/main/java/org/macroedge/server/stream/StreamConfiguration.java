package org.macroedge.server.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.macroedge.server.access.StayAccess;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.EventNotices;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.releases.ReleaseReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The stream of events.
@InRole(ServerRole.API)
@Configuration(proxyBeanMethods = false)
@Import(StreamController.class)
public class StreamConfiguration {

    @Bean
    EventStream eventStream(
            Settings settings,
            EventLog log,
            ReleaseReader facts,
            List<StreamedType> others,
            EventNotices notices,
            StayAccess access) {
        StreamPlaces places = new StreamPlaces(settings.access().limits().streams());
        EventStream stream =
                new EventStream(new StreamEvents(log, facts, others), access, EventStream.MOST_CLIENTS, places);
        notices.onNotice(stream::wake);
        return stream;
    }

    @Bean
    MeterBinder streamMeters(EventStream stream) {
        return registry -> Gauge.builder("macro.edge.stream.clients", stream, EventStream::clients)
                .description("Clients that follow the stream")
                .strongReference(true)
                .register(registry);
    }
}
