package org.macroedge.server.platform.web;

import org.eclipse.jetty.ee11.servlet.ServletHandler;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.macroedge.server.platform.config.ServerOnly;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// What a path may hold: an id with an encoded slash, as a client writes `EUR/USD` that it takes for an id, or with an
/// encoded percent sign, reaches its endpoint, which says that there is no such id and which is similar. Everything
/// else that can be read in two ways is refused, as the web server does by itself, and so are parameters within a path,
/// such as `;jsessionid=1`, which the framework would drop silently.
@ServerOnly
@Component
class AddressRules implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    private static final UriCompliance RULES = UriCompliance.DEFAULT.with(
            "encoded separators in ids", Violation.AMBIGUOUS_PATH_SEPARATOR, Violation.AMBIGUOUS_PATH_ENCODING);

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(AddressRules::apply);
    }

    private static void apply(Server server) {
        for (Connector connector : server.getConnectors()) {
            HttpConfiguration configuration =
                    connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
            configuration.setUriCompliance(RULES);
            configuration.addCustomizer((request, headers) -> withoutParameters(request));
        }
        for (ServletHandler handler : server.getDescendants(ServletHandler.class)) {
            handler.setDecodeAmbiguousURIs(true);
        }
    }

    private static Request withoutParameters(Request request) {
        String path = request.getHttpURI().getPath();
        if (path != null && path.indexOf(';') >= 0) {
            throw new HttpException.RuntimeException(HttpStatus.BAD_REQUEST_400, "parameters within the path");
        }
        return request;
    }
}
