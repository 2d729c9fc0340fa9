package org.macroedge.server.exports.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;

class S3AddressTest {

    @ParameterizedTest
    @CsvSource({
        "s3://my-exports/us.csv, my-exports, us.csv",
        "S3://a.b_c/2026/11/us 1+2%20.parquet, a.b_c, 2026/11/us 1+2%20.parquet",
        "s3://abc/é..x/.hidden, abc, é..x/.hidden"
    })
    void anAddressHasABucketAndAKey(String text, String bucket, String key) {
        assertThat(S3Address.isMeant(text)).isTrue();
        assertThat(S3Address.of(text)).isEqualTo(new S3Address(bucket, key));
        assertThat(S3Address.of(text)).hasToString("s3://" + bucket + "/" + key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3:",
                "s3://",
                "s3:///key",
                "s3:/bucket/key",
                "s3://bucket",
                "s3://bucket/",
                "s3://bucket/folder/",
                "s3://bucket//key",
                "s3://bucket/../key",
                "s3://bucket/a/./key",
                "s3://bucket/a\nb",
                "s3://bucket/a\u0007b",
                "s3://ab/key",
                "s3://Bucket/key",
                "s3://-bucket/key",
                "s3://id:secret@bucket/key",
                "s3://bucket:9000/key"
            })
    void whatNamesNoObjectIsRefused(String text) {
        assertThat(S3Address.isMeant(text)).isTrue();
        assertRefused(text);
    }

    @Test
    void aKeyHasAtMost1024Bytes() {
        assertThat(S3Address.of("s3://bucket/" + "é".repeat(512)).key()).hasSize(512);
        assertRefused("s3://bucket/" + "é".repeat(512) + "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3", "us.csv", "./s3://bucket/key", "folder/s3:", "xs3://bucket/key"})
    void whatBeginsOtherwiseIsAFile(String text) {
        assertThat(S3Address.isMeant(text)).isFalse();
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> S3Address.of(text)).isInstanceOfSatisfying(MacroEdgeException.class, fault -> {
            assertThat(fault.code()).isEqualTo(ProblemCode.INVALID_REQUEST);
            assertThat(fault).hasMessageNotContaining("id:secret");
            DeclaredMessages.assertSeen("S3Message.NOT_AN_OBJECT", String.valueOf(fault.getMessage()));
        });
    }
}
