package org.macroedge.server.stream;

import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.EventNotices;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.releases.ReleaseReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The stream of events.
@ServerOnly
@Configuration(proxyBeanMethods = false)
@Import(StreamController.class)
public class StreamConfiguration {

    @Bean
    EventStream eventStream(EventLog log, ReleaseReader facts, EventNotices notices) {
        EventStream stream = new EventStream(new StreamEvents(log, facts), EventStream.MOST_CLIENTS);
        notices.onNotice(stream::wake);
        return stream;
    }
}
