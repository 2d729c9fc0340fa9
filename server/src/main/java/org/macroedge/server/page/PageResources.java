package org.macroedge.server.page;

import java.time.Duration;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/// Serves the files of the page, in the encodings that the build has written beside them: Brotli before gzip. Files
/// with a hash in their name are cached for a year; the page itself is validated on each load.
@InRole(ServerRole.API)
@Configuration(proxyBeanMethods = false)
class PageResources implements WebMvcConfigurer {

    private static final Duration LONGEST = Duration.ofDays(365);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(LONGEST).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
        registry.addResourceHandler("/index.html", "/theme.js", "/favicon.svg")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
    }
}
