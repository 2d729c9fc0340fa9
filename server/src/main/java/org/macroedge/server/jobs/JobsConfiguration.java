package org.macroedge.server.jobs;

import java.util.List;
import org.macroedge.server.platform.config.ServerOnly;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Runs the tasks of every module.
@Configuration(proxyBeanMethods = false)
public class JobsConfiguration {

    @Bean
    @ServerOnly
    TaskRunner taskRunner(List<Task> tasks) {
        return new TaskRunner(tasks);
    }
}
