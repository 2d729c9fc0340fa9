package org.macroedge.server.platform.web;

/// A view that is already serialised, so that its hash and its body come from the same bytes.
@SuppressWarnings("ArrayRecordComponent") // never compared
record ReadyBytes(byte[] bytes) {}
