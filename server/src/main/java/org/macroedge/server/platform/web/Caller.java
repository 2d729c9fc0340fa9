package org.macroedge.server.platform.web;

import java.security.Principal;

/// Who sends a request.
///
/// @param name as refusals show it
/// @param role what it may do
public record Caller(String name, Role role) implements Principal {

    /// The user of this machine, who may do everything.
    public static final Caller LOCAL = new Caller("local", Role.ADMIN);

    @Override
    public String getName() {
        return name;
    }
}
