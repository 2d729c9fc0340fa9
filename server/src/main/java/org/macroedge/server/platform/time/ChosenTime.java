package org.macroedge.server.platform.time;

/// A clock whose time somebody chose. It differs from the machine's on purpose, so that no other clock corrects it.
public interface ChosenTime {}
