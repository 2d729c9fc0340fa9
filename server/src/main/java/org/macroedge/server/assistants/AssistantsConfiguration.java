package org.macroedge.server.assistants;

import java.time.Clock;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.calendar.LatestCalendar;
import org.macroedge.server.eventrisk.LatestEventRisk;
import org.macroedge.server.indices.LatestIndices;
import org.macroedge.server.platform.query.RecordClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the tools of assistants are answered from.
@Configuration(proxyBeanMethods = false)
public class AssistantsConfiguration {

    @Bean
    AssistantStore assistantStore(
            LatestBias bias,
            LatestCalendar calendar,
            LatestIndices indices,
            LatestEventRisk eventRisk,
            Clock clock,
            RecordClock records) {
        return new AssistantStore(bias, calendar, indices, eventRisk, clock, records);
    }
}
