package org.macroedge.server.access;

import org.macroedge.server.platform.web.Caller;

/// Says whether a caller that was let in may stay, for answers that do not end. Decided from memory, but for the keys,
/// which are read again every few seconds.
@FunctionalInterface
public interface StayAccess {

    /// Whether the caller would still be let in: not one whose key was revoked or has expired meanwhile.
    boolean mayStay(Caller caller);
}
