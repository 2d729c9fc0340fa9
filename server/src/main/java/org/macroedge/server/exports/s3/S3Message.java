package org.macroedge.server.exports.s3;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why an object could not be put into S3.
public enum S3Message implements Problem {
    NOT_AN_OBJECT(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "\"{address}\" is not the address of an object in S3",
            "The bucket or the key is missing or has another form, or a part of the key is empty, \".\" or \"..\".",
            "Write s3://BUCKET/KEY, such as s3://my-exports/us/surprises.parquet")),
    NO_SETTINGS(Wording.of(
            ProblemCode.SETTING_FAULT,
            "the region, the credentials or the endpoint of S3 are missing or cannot be used",
            "S3 is used with the settings of AWS's own programs: variables, files in ~/.aws, or the role of the"
                    + " machine.",
            "Set AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE; AWS_ENDPOINT_URL_S3, where"
                    + " set, begins with https://")),
    OPEN_ENDPOINT(Wording.of(
            ProblemCode.SETTING_FAULT,
            "the endpoint of S3 is neither an address with https:// nor on this machine",
            "Without encryption, others on the network could read the figures.",
            "Set AWS_ENDPOINT_URL_S3 (or AWS_ENDPOINT_URL) to an address with https://")),
    NO_SPOOL(Wording.of(
            ProblemCode.OUTPUT_FAULT,
            "the export cannot be written to {folder} before it is sent to S3: {reason}",
            "An export is sent once it is whole. Until then, it is a file in the folder for temporary files.",
            "Free some space there; an object of this key is as it was")),
    TOO_LARGE(Wording.of(
            ProblemCode.OUTPUT_FAULT,
            "the export has {bytes:,} bytes, and an object can have {most:,}",
            "S3 takes no more in one request, and only one request is stored whole or not at all.",
            "Ask for a shorter period (from, to) or fewer columns, or for format parquet, which is smaller")),
    NO_BUCKET(Wording.of(
            ProblemCode.OUTPUT_FAULT,
            "the bucket {bucket} does not exist in S3",
            "The name is wrong, or the bucket is at another endpoint.",
            "Check the name and AWS_ENDPOINT_URL_S3, or create the bucket")),
    REFUSED(Wording.of(
            ProblemCode.OUTPUT_FAULT,
            "S3 refuses to store {address}: {reason}",
            "The access key is unknown or wrong, or it may not write there.",
            "Check the credentials; they need s3:PutObject for this key. An object of this key is as it was")),
    UNREACHABLE(Wording.of(
            ProblemCode.OUTPUT_FAULT,
            "S3 cannot be reached to store {address}",
            "The endpoint or the network is down, or its certificate is not trusted.",
            "Check AWS_ENDPOINT_URL_S3, AWS_REGION and the network, and try again")),
    FAILED(Wording.of(
            ProblemCode.OUTPUT_FAULT,
            "S3 did not store {address}: {reason}",
            "The bucket is in another region, the endpoint is no S3, or S3 has a fault.",
            "Check AWS_REGION and AWS_ENDPOINT_URL_S3, and try again"));

    private final Wording wording;

    S3Message(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
