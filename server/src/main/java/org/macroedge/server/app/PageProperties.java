package org.macroedge.server.app;

import java.util.Map;
import java.util.Set;
import org.macroedge.server.platform.config.ServerRole;

/// Takes from a server without role `api` what Spring serves by itself: the files of the page, and the description of
/// the API.
final class PageProperties {

    private static final Map<String, Object> NONE = Map.of(
            "spring.web.resources.add-mappings", "false",
            "spring.web.resources.static-locations", "classpath:/nothing/",
            "springdoc.api-docs.enabled", "false",
            "springdoc.swagger-ui.enabled", "false");

    private PageProperties() {}

    static Map<String, Object> of(Set<ServerRole> roles) {
        return roles.contains(ServerRole.API) ? Map.of() : NONE;
    }
}
