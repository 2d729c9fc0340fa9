package org.macroedge.server.platform.error;

import java.util.Locale;

/// Every way in which a request can fail. The code is part of the contract: it ends the problem type's URN, and
/// programs
/// switch on it.
public enum ProblemCode {
    INVALID_REQUEST(400, "The request cannot be understood"),
    INVALID_INSTANT(400, "Not an instant"),
    AS_OF_IN_FUTURE(400, "The instant lies ahead"),
    UNKNOWN_INSTRUMENT(404, "Unknown instrument"),
    UNKNOWN_INDICATOR(404, "Unknown indicator"),
    UNKNOWN_WEIGHT_SET(404, "Unknown weight set"),
    UNKNOWN_PROFILE(404, "Unknown profile"),
    UNKNOWN_BATCH(404, "Unknown batch"),
    NOT_FOUND(404, "Not found"),
    FORBIDDEN_ORIGIN(403, "Not from here"),
    BATCH_ALREADY_UNDONE(409, "The batch is undone already"),
    BATCH_OF_CATALOGUE(409, "The catalogue brought the batch"),
    HOME_IN_USE(409, "The home directory is in use"),
    FILE_FAULT(422, "The file cannot be imported"),
    PROFILE_FAULT(422, "The profile is wrong"),
    CATALOGUE_FAULT(422, "The catalogue is wrong"),
    SETTING_FAULT(422, "A setting is wrong"),
    HOME_FAULT(500, "The home directory cannot be used"),
    DATABASE_FAULT(503, "The database does not answer"),
    INTERNAL(500, "Something went wrong here");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /// The kebab name, as in `urn:macro-edge:problem:unknown-instrument`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String type() {
        return "urn:macro-edge:problem:" + code();
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
