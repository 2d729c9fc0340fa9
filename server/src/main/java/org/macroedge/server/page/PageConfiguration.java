package org.macroedge.server.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The files and routes of the page.
@Configuration(proxyBeanMethods = false)
@Import({PageResources.class, PageAddresses.class})
public class PageConfiguration {}
