package org.macroedge.server.fuzz;

/// A file that is not what its layout says.
final class StrictFault extends Exception {

    private static final long serialVersionUID = 1;

    StrictFault(String what) {
        super(what);
    }
}
