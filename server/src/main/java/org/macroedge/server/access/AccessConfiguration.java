package org.macroedge.server.access;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Who may ask.
@Configuration(proxyBeanMethods = false)
@Import(AccessFilter.class)
public class AccessConfiguration {}
