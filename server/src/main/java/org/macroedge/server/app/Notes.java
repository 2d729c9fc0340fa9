package org.macroedge.server.app;

/// Receives what a user is told while a store opens or closes, which can take seconds.
@FunctionalInterface
public interface Notes {

    void add(String note);
}
