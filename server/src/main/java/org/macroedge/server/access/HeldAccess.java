package org.macroedge.server.access;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;

/// Says who may read answers that are ready, before any thread or filter is called: what this server holds in memory is
/// all that it may ask.
@FunctionalInterface
public interface HeldAccess {

    /// Whether a request may have what any reader may have. Where it may, the head of its answer is begun and its token
    /// is taken; where it may not, or where memory does not tell, nothing has happened.
    ///
    /// @param answer the head of its answer
    boolean admit(Request request, HttpFields.Mutable answer);
}
