package org.macroedge.server.calendar;

import java.time.Clock;
import org.macroedge.server.surprises.LatestSurprises;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// What was released and what is to come.
@Configuration(proxyBeanMethods = false)
@Import({CalendarController.class, CalendarFeedController.class, CompletenessController.class})
public class CalendarConfiguration {

    @Bean
    LatestCalendar latestCalendar(LatestSurprises surprises, Clock clock) {
        return new LatestCalendar(surprises, clock);
    }
}
