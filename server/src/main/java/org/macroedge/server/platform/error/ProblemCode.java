package org.macroedge.server.platform.error;

import java.util.Locale;

/// Every way in which a request can fail. The code is part of the contract: it ends the problem type's URN, and
/// programs switch on it. The title is for readers and may change.
public enum ProblemCode {
    INVALID_REQUEST(400, "Invalid request"),
    INVALID_INSTANT(400, "Not a valid time"),
    UNKNOWN_EVENT(400, "Unknown event"),
    AS_OF_IN_FUTURE(400, "This time is in the future"),
    UNAUTHORIZED(401, "Not signed in"),
    FORBIDDEN(403, "Not allowed"),
    UNKNOWN_INSTRUMENT(404, "Unknown instrument"),
    UNKNOWN_INDICATOR(404, "Unknown indicator"),
    UNKNOWN_INDEX(404, "Unknown surprise index"),
    UNKNOWN_WEIGHT_SET(404, "Unknown weight set"),
    UNKNOWN_WEIGHT_SET_VERSION(404, "Unknown version of a weight set"),
    UNKNOWN_PROFILE(404, "Unknown profile"),
    UNKNOWN_BATCH(404, "Unknown batch"),
    UNKNOWN_RELEASE(404, "Unknown release"),
    UNKNOWN_SOURCE(404, "Unknown source"),
    UNKNOWN_JOB(404, "Unknown job"),
    UNKNOWN_KEY(404, "Unknown key"),
    UNKNOWN_CHANNEL(404, "Unknown channel"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "No accepted media type is available"),
    REQUEST_TIMEOUT(408, "The request did not arrive in time"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "Content type not supported"),
    EXPECTATION_FAILED(417, "The expectation cannot be met"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    REQUEST_HEADERS_TOO_LARGE(431, "The headers are too large"),
    NOT_IMPLEMENTED(501, "Not implemented"),
    HTTP_VERSION_NOT_SUPPORTED(505, "HTTP version not supported"),
    FORBIDDEN_ORIGIN(403, "Request refused: foreign origin"),
    BATCH_ALREADY_UNDONE(409, "The batch is already undone"),
    NOT_PUBLISHED(409, "The release has no figure yet"),
    NOT_TO_COME(409, "No such release is to come"),
    NO_VERDICT(409, "The release has no verdict"),
    BATCH_OF_CATALOGUE(409, "The batch comes from the catalogue"),
    IMPORT_CANCELLED(409, "The import was cancelled"),
    CATALOGUE_CHANGED(409, "The catalogue was edited"),
    KEY_REVOKED(409, "The key is already revoked"),
    KEY_REUSED(409, "The key was used for another request"),
    WEIGHT_SET_IN_FILE(409, "The weight set is defined in a file"),
    WEIGHT_SETS_FULL(409, "Too many weight sets"),
    WEIGHT_SET_CHANGED(409, "Another version of the weight set is in force"),
    NOTHING_TO_ROLL_BACK(409, "No published version to roll back"),
    JOB_RUNS(409, "The job runs already"),
    JOB_ELSEWHERE(409, "The job belongs to another server"),
    HOME_IN_USE(409, "The home directory is in use"),
    UPLOAD_TOO_LARGE(413, "The upload is too large"),
    FILE_FAULT(422, "The file cannot be imported"),
    PUSH_FAULT(422, "The push cannot be stored"),
    PROFILE_FAULT(422, "Invalid profile"),
    WEIGHT_SET_FAULT(422, "Invalid weight set"),
    CATALOGUE_FAULT(422, "Invalid catalogue"),
    SETTING_FAULT(422, "Invalid setting"),
    TOO_MANY_ROWS(422, "Too many rows for the format"),
    HOME_FAULT(500, "The home directory cannot be used"),
    OUTPUT_FAULT(500, "The answer cannot be written"),
    SERVER_FAULT(502, "The server did not answer"),
    CHANNEL_FAULT(502, "The channel did not take the message"),
    DISK_FULL(507, "Not enough disk space"),
    TOO_MANY_CLIENTS(503, "Too many clients"),
    UNAVAILABLE(503, "The server is not available"),
    DATABASE_FAULT(503, "The database does not respond"),
    INTERNAL(500, "Internal error");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /// The name in kebab case, as in `unknown-instrument`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The constant of a code.
    ///
    /// @throws IllegalArgumentException if no problem has the code
    public static ProblemCode ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// The problem type, as in `urn:macro-edge:problem:unknown-instrument`.
    public String type() {
        return "urn:macro-edge:problem:" + code();
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// A short text for readers.
    public String title() {
        return title;
    }
}
