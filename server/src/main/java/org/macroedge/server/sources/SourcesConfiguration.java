package org.macroedge.server.sources;

import org.macroedge.server.platform.config.ServerOnly;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// Finds the configuration of every source in the packages below, so that a new source changes no other package.
@Configuration(proxyBeanMethods = false)
@ServerOnly
@ComponentScan
public class SourcesConfiguration {}
