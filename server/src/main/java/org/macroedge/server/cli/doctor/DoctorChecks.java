package org.macroedge.server.cli.doctor;

import java.util.List;

/// What `doctor --format json` prints.
///
/// @param formula the version of the formulas
public record DoctorChecks(int formula, List<Check> checks) {

    public DoctorChecks {
        checks = List.copyOf(checks);
    }
}
