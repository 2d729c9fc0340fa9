package org.macroedge.server.platform.web;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.config.Settings;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.MultipartResolver;

/// How requests upload files: within limits, and by way of a folder in the home, so that what a killed server left
/// there can be found and removed.
@ServerOnly
@Configuration(proxyBeanMethods = false)
class Uploads {

    @Bean
    UploadFolder uploadFolder(Settings settings) throws IOException {
        return UploadFolder.empty(settings.home().uploads());
    }

    /// A file of a request is never in memory, however small it is: a request may have thousands.
    @Bean
    MultipartConfigElement multipartConfigElement(UploadFolder folder, Settings settings) {
        long limit = settings.uploadLimit().toBytes();
        return new MultipartConfigElement(folder.parts().toString(), limit, limit, 0);
    }

    @Bean
    MultipartResolver multipartResolver(Settings settings) {
        return new UploadResolver(settings.uploadLimit());
    }

    /// Jetty's own folders are there too: it would leave them in the system's temporary folder if it was killed.
    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> uploadLimits(UploadFolder folder) {
        return factory -> {
            factory.setDocumentRoot(folder.documents().toFile());
            factory.addServerCustomizers(server -> limit(server, folder.server()));
        };
    }

    private static void limit(Server server, Path temporary) {
        for (WebAppContext context : server.getDescendants(WebAppContext.class)) {
            context.setMaxFormKeys(UploadResolver.MOST_PARTS);
            context.setTempDirectory(temporary.toFile());
        }
    }
}
