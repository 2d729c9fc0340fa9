package org.macroedge.server.platform.web;

/// A shape that is written already, so that its hash and its body come from one writing.
@SuppressWarnings("ArrayRecordComponent") // lives from the hash to the write, is compared with nothing
record ReadyBytes(byte[] bytes) {}
