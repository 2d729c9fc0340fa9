package org.macroedge.server.eventrisk;

import java.time.Clock;
import org.macroedge.server.calendar.LatestCalendar;
import org.macroedge.server.surprises.LatestSurprises;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Event risk as answers.
@Configuration(proxyBeanMethods = false)
@Import(EventRiskController.class)
public class EventRiskConfiguration {

    @Bean
    LatestEventRisk latestEventRisk(LatestSurprises surprises, LatestCalendar calendar, Clock clock) {
        return new LatestEventRisk(surprises, calendar, clock);
    }
}
