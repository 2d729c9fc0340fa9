package org.macroedge.server.platform.web;

import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.macroedge.server.platform.config.ServerOnly;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/// Sends the JSON of reads as gzip to whom accepts that. The files of the page are compressed when they are built. The
/// bodies of requests stay as they are: those that are compressed are refused, since a small one can become a large
/// one.
@ServerOnly
class AnswerCompression implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    private static final String GZIP = "gzip";
    /// Less fits into one packet as it is.
    private static final int LEAST_BYTES = 1_400;

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.insertHandler(handler()));
    }

    private static CompressionHandler handler() {
        GzipCompression gzip = new GzipCompression();
        gzip.setMinCompressSize(LEAST_BYTES);
        CompressionHandler handler = new CompressionHandler();
        handler.putCompression(gzip);
        handler.putConfiguration(
                "/api/*",
                CompressionConfig.builder()
                        .compressIncludeEncoding(GZIP)
                        .compressIncludeMethod(HttpMethod.GET.name())
                        .compressIncludeMimeType(MediaType.APPLICATION_JSON_VALUE)
                        .decompressExcludeEncoding(GZIP)
                        .build());
        return handler;
    }
}
