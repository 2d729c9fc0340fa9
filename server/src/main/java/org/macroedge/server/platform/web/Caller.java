package org.macroedge.server.platform.web;

import java.security.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who sends a request or runs a command.
///
/// @param kind how it is known; names of different kinds may be alike
/// @param name as refusals and the audit log show it
/// @param role what it may do
/// @param until from when on it is not known any more by what it sent; null where that does not end by itself, or is
/// asked of the key
public record Caller(
        CallerKind kind, String name, Role role, @Nullable Instant until) implements Principal {

    /// The user of this machine, who may do everything.
    public static final Caller LOCAL = new Caller(CallerKind.LOCAL, "local", Role.ADMIN);

    /// Whoever runs a command on the store itself.
    public static final Caller COMMAND = new Caller(CallerKind.COMMAND, "command line", Role.ADMIN);

    /// The attribute of a request that has its caller, once it is known.
    public static final String ATTRIBUTE = Caller.class.getName();

    /// The attribute of a request that has the address of its client, behind the proxies that are trusted.
    public static final String ADDRESS = ATTRIBUTE + ".address";

    public Caller(CallerKind kind, String name, Role role) {
        this(kind, name, role, null);
    }

    @Override
    public String getName() {
        return name;
    }
}
