package org.macroedge.server.assistants;

import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.web.ServerPaths;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The tools over HTTP.
@InRole(ServerRole.API)
@Configuration(proxyBeanMethods = false)
public class AssistantServletConfiguration {

    @Bean
    ServletRegistrationBean<AssistantServlet> assistantServlet(AssistantStore store) {
        AssistantMessages messages = AssistantServer.start(new AssistantQuery.Runner() {
            @Override
            public <T> T run(AssistantQuery<T> query) {
                return store.answer(query);
            }
        });
        return new ServletRegistrationBean<>(new AssistantServlet(messages), ServerPaths.ASSISTANTS);
    }
}
