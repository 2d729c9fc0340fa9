package org.macroedge.server.releases.profile;

import org.macroedge.server.releases.profile.time.ClockFindings;
import org.macroedge.server.releases.profile.time.FindingTally;

/// What was noticed in a file beside its rows.
record FileReport(ClockFindings clocks, FindingTally findings) {

    static FileReport none() {
        return new FileReport(new ClockFindings(false), new FindingTally());
    }

    /// Adds the report of a file that follows.
    void add(FileReport following) {
        clocks.add(following.clocks);
        findings.add(following.findings);
    }
}
