package org.macroedge.server.exports.s3;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Settings of AWS's library in this process, as its standard variables would give them.
public final class AwsProperties implements AutoCloseable {

    public static final String ENDPOINT = "aws.endpointUrlS3";
    public static final String SECRET = "canary-s3-secret";

    private static final String REGION = "aws.region";
    private static final String ID = "aws.accessKeyId";
    private static final String KEY = "aws.secretAccessKey";
    private static final Map<String, String> ALONE = Map.of("aws.disableEc2Metadata", "true");
    private static final List<String> FILES = List.of("aws.configFile", "aws.sharedCredentialsFile");

    /// @param folder without files of AWS, so that none of whoever runs the tests is read
    public AwsProperties(Path folder, String endpoint) {
        ALONE.forEach(System::setProperty);
        FILES.forEach(file -> System.setProperty(file, folder.resolve("none").toString()));
        System.setProperty(REGION, "eu-central-1");
        System.setProperty(ID, "canary-s3-id");
        System.setProperty(KEY, SECRET);
        System.setProperty(ENDPOINT, endpoint);
    }

    void without(String... names) {
        List.of(names).forEach(System::clearProperty);
    }

    @Override
    public void close() {
        without(REGION, ID, KEY, ENDPOINT);
        FILES.forEach(System::clearProperty);
        ALONE.keySet().forEach(System::clearProperty);
    }
}
