package org.macroedge.server.alerts.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/// A certificate of a host that nobody but a test trusts.
final class MailCertificate {

    private static final String WORD = "a-word-of-a-test";

    private final KeyStore keys;

    private MailCertificate(KeyStore keys) {
        this.keys = keys;
    }

    static MailCertificate of(String host, Path folder) throws Exception {
        Path file = folder.resolve(host + ".p12");
        String command = "-genkeypair -alias mail -keyalg EC -dname CN=" + host + " -ext san=dns:" + host
                + " -storetype PKCS12 -storepass " + WORD + " -keystore";
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        builder.command().addAll(List.of(command.split(" ")));
        builder.command().add(file.toString());
        Process process = builder.redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file)) {
            keys.load(content, WORD.toCharArray());
        }
        return new MailCertificate(keys);
    }

    /// For the server that has it.
    SSLContext server() throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, WORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /// For a client that trusts it.
    SSLSocketFactory client() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("mail", keys.getCertificate("mail"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
