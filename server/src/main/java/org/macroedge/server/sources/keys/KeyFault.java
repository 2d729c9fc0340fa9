package org.macroedge.server.sources.keys;

/// The keys of sources cannot be read. It has neither cause nor trace, since those of a vault's library can show what
/// was sent and answered.
public final class KeyFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final KeyMessage fault;

    KeyFault(KeyMessage fault, Object... values) {
        super(fault.advice(values), null, false, false);
        this.fault = fault;
    }

    /// As in `key-unreachable`.
    public String code() {
        return fault.code();
    }

    /// For a reader, with its remedy.
    public String text() {
        return String.valueOf(getMessage());
    }
}
