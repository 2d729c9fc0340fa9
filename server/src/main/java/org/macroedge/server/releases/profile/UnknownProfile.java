package org.macroedge.server.releases.profile;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// The failure of naming a profile that does not exist.
enum UnknownProfile implements Problem {
    UNKNOWN_PROFILE(Wording.of(
            ProblemCode.UNKNOWN_PROFILE,
            "Profile \"{name}\" does not exist",
            "Neither the catalogue nor the home has a profile of this name.",
            "Available profiles: {profiles}. On the command line, the path of a profile works too"));

    private final Wording wording;

    UnknownProfile(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
