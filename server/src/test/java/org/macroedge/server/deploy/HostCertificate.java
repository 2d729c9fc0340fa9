package org.macroedge.server.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A certificate of this machine that signs itself, as the files that servers and their clients read.
///
/// @param certificate in PEM
/// @param key in PEM, for its owner alone
/// @param trust a trust store of Java without a password that holds the certificate
record HostCertificate(Path certificate, Path key, Path trust) {

    private static final String WORD = "a-word-of-a-test";

    static HostCertificate in(Path folder) throws Exception {
        Path store = folder.resolve("keys.p12");
        String name = "-alias host -storetype PKCS12 -storepass " + WORD + " -keystore " + store;
        keytool("-genkeypair -keyalg RSA -keysize 2048 -dname CN=127.0.0.1 -ext san=ip:127.0.0.1 " + name);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(store)) {
            keys.load(content, WORD.toCharArray());
        }
        byte[] certificate = keys.getCertificate("host").getEncoded();
        byte[] secret = keys.getKey("host", WORD.toCharArray()).getEncoded();
        Path file = pem(folder.resolve("host.pem"), "CERTIFICATE", certificate);
        Path key = folder.resolve("host.key");
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        pem(key, "PRIVATE KEY", secret);
        Path trust = folder.resolve("trust.p12");
        keytool("-importcert -noprompt -alias host -file " + file + " -storetype PKCS12 -storepass " + WORD
                + " -keystore " + trust
                + " -J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE -J-Dkeystore.pkcs12.macAlgorithm=NONE");
        return new HostCertificate(file, key, trust);
    }

    private static Path pem(Path file, String kind, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }

    private static void keytool(String arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments.split(" ")));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String written = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(written).isZero();
    }
}
