package org.macroedge.server.weights;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why a change of a weight set is refused.
enum WeightsMessage implements Problem {
    NO_DEFINITION(Wording.of(
            ProblemCode.WEIGHT_SET_FAULT,
            "A definition is missing, or given twice",
            "A proposal has neither `definition` nor `yaml`, or both.",
            "Give the fields of the weight set as `definition`, or as `yaml`")),
    TOO_LONG(Wording.of(
            ProblemCode.WEIGHT_SET_FAULT,
            "The definition has more than {most:,} characters",
            "The definition is longer than any useful weight set.",
            "Extend another weight set, and give what differs")),
    HUGE_NUMBER(Wording.of(
            ProblemCode.WEIGHT_SET_FAULT,
            "The definition has a number of more than fifty digits",
            "A number is far beyond any weight, or written with far more digits than it has.",
            "Correct the number")),
    FAULTY(Wording.of(
            ProblemCode.WEIGHT_SET_FAULT,
            "The weight set cannot be used: {faults}",
            "A field of the definition is missing, unknown, or has a value that is not allowed.",
            "Correct the fields named; the page on weight sets describes them")),
    UNREADABLE(Wording.of(
            ProblemCode.WEIGHT_SET_FAULT,
            "Version {version} of weight set \"{id}\" cannot be read: {faults}",
            "It was stored by another version of macro-edge.",
            "Propose its definition anew")),
    BAD_ID(Wording.of(
            ProblemCode.WEIGHT_SET_FAULT,
            "\"{id}\" cannot be the id of a weight set",
            "An id is an address of the API and an option of every command.",
            "Use 1 to {most} letters from a to z, digits and hyphens, as in fast-growth")),
    IN_FILE(Wording.of(
            ProblemCode.WEIGHT_SET_IN_FILE,
            "Weight set \"{id}\" is defined in the catalogue's files",
            "A weight set has one home: a file, or the store.",
            "Edit weight-sets.yaml, or propose under another id, with `extends: {id}`")),
    NO_PROPOSALS(Wording.of(
            ProblemCode.UNKNOWN_WEIGHT_SET,
            "No version of weight set \"{id}\" was proposed",
            "The weight set is unknown, or defined in the catalogue's files.",
            "Propose a version first")),
    NO_VERSION(Wording.of(
            ProblemCode.UNKNOWN_WEIGHT_SET_VERSION,
            "Weight set \"{id}\" has no version {version}",
            "Versions count from 1, and none is ever removed.",
            "The last one is {last}")),
    SETS_FULL(Wording.of(
            ProblemCode.WEIGHT_SETS_FULL,
            "{most} weight sets are published already",
            "The biases of every published weight set are computed with each release.",
            "Roll one back, or propose a new version of one")),
    VERSIONS_FULL(Wording.of(
            ProblemCode.WEIGHT_SETS_FULL,
            "Weight set \"{id}\" has {most:,} versions",
            "Versions are kept for good, and lists of them stay readable.",
            "Propose under another id")),
    IDS_FULL(Wording.of(
            ProblemCode.WEIGHT_SETS_FULL,
            "Versions of {most:,} weight sets were proposed",
            "Proposed weight sets are kept for good.",
            "Propose a version of one of them")),
    PUBLICATIONS_FULL(Wording.of(
            ProblemCode.WEIGHT_SETS_FULL,
            "Weight set \"{id}\" was published and rolled back {most:,} times",
            "Publications are kept for good, and lists of them stay readable. A roll-back is always possible.",
            "Propose the version under another id, and publish that")),
    NOTHING_PUBLISHED(Wording.of(
            ProblemCode.NOTHING_TO_ROLL_BACK,
            "Weight set \"{id}\" has no published version in force",
            "A roll-back brings back what was in force before the last publication.",
            "Publish a version first")),
    OTHER_IN_FORCE(Wording.of(
            ProblemCode.WEIGHT_SET_CHANGED,
            "Of weight set \"{id}\", version {inForce} is in force, and not version {expected}",
            "Another version was published or rolled back since the caller looked, or this roll-back was sent before.",
            "Look at the versions, and roll back what is in force if that is still wanted"));

    private final Wording wording;

    WeightsMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
