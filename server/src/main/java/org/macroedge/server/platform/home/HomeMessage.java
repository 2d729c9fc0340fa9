package org.macroedge.server.platform.home;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why a home cannot be used.
enum HomeMessage implements Problem {
    IS_A_FILE(Wording.of(
            ProblemCode.HOME_FAULT,
            "the home directory is a file ({path})",
            "The path names a file.",
            "Name another one with --home or MACRO_EDGE_HOME")),
    OF_ANOTHER_USER(Wording.of(
            ProblemCode.HOME_FAULT,
            "the home directory belongs to another user, {owner} ({path})",
            "Its database would then belong to two users.",
            "Run macro-edge as that user. Or name another home with --home or MACRO_EDGE_HOME")),
    UNWRITABLE(Wording.of(
            ProblemCode.HOME_FAULT,
            "the home directory cannot be written: {reason} ({path})",
            "You may not write it, or its file system is read-only.",
            "Name another one with --home or MACRO_EDGE_HOME")),
    UNLOCKABLE(Wording.of(
            ProblemCode.HOME_FAULT,
            "the home directory cannot be locked: {reason} ({file})",
            "The file system has no locks, as some network drives, or is read-only.",
            "It must be writable, and on a file system with locks")),
    IN_USE(Wording.of(
            ProblemCode.HOME_IN_USE,
            "the home directory is in use by {who} ({path})",
            "One process at a time opens the store of a home.",
            "Stop that process, or name another home with --home")),
    TOO_LITTLE_SPACE(Wording.of(
            ProblemCode.DISK_FULL,
            "not enough disk space {work}: {needed} are needed, {free} are free ({path})",
            "The work would fill the disk, so it was not begun.",
            "Free some space and try again")),
    DISK_FULL(Wording.of(
            ProblemCode.DISK_FULL,
            "the disk is full ({path})",
            "The disk, or your share of it, filled up during a write.",
            "Free some space and try again; what was stored before is kept"));

    private final Wording wording;

    HomeMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
