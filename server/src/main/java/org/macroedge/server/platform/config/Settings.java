package org.macroedge.server.platform.config;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.home.HomeDirectory;

/// The settings of a process: the environment's variables, overridden by the options of a command.
///
/// @param home the folder that holds the store
/// @param catalogue the catalogue's folder
/// @param databaseUrl a JDBC URL of another PostgreSQL, which may hold a password; null for the embedded one
/// @param sample whether an empty store is filled with the sample
/// @param port on 127.0.0.1; 0 for any free one
public record Settings(
        HomeDirectory home, Path catalogue, @Nullable String databaseUrl, boolean sample, int port) {

    public static final String HOME = "MACRO_EDGE_HOME";
    public static final String CATALOGUE = "MACRO_EDGE_CATALOGUE";
    public static final String DATABASE_URL = "MACRO_EDGE_DATABASE_URL";
    public static final String SAMPLE = "MACRO_EDGE_SAMPLE";
    public static final String PORT = "MACRO_EDGE_PORT";

    private static final String NO_SAMPLE = "none";
    private static final String DEFAULT_PORT = "8080";

    /// Reads the variables; one that is blank counts as not set.
    public static Settings of(Map<String, String> environment) {
        String url = text(environment, DATABASE_URL, "");
        return new Settings(
                new HomeDirectory(Path.of(text(
                        environment,
                        HOME,
                        Path.of(System.getProperty("user.home"), ".macro-edge").toString()))),
                Path.of(text(environment, CATALOGUE, "catalogue")),
                url.isEmpty() ? null : url,
                !text(environment, SAMPLE, "").equals(NO_SAMPLE),
                Integer.parseInt(text(environment, PORT, DEFAULT_PORT)));
    }

    private static String text(Map<String, String> environment, String name, String otherwise) {
        String text = environment.getOrDefault(name, "");
        return text.isBlank() ? otherwise : text;
    }

    /// These settings with the home of an option.
    ///
    /// @param option null to keep what the environment says
    public Settings withHome(@Nullable Path option) {
        return option == null ? this : new Settings(new HomeDirectory(option), catalogue, databaseUrl, sample, port);
    }

    /// These settings with the catalogue of an option.
    ///
    /// @param option null to keep what the environment says
    public Settings withCatalogue(@Nullable Path option) {
        return option == null ? this : new Settings(home, option, databaseUrl, sample, port);
    }

    /// These settings with the port of an option.
    ///
    /// @param option null to keep what the environment says
    public Settings withPort(@Nullable Integer option) {
        return option == null ? this : new Settings(home, catalogue, databaseUrl, sample, option);
    }

    /// These settings, for a store that stays empty until something is imported.
    public Settings withoutSample() {
        return new Settings(home, catalogue, databaseUrl, false, port);
    }

    /// Names no password.
    @Override
    public String toString() {
        return "home " + home.path() + ", catalogue " + catalogue + ", database "
                + (databaseUrl == null ? "embedded" : "by address") + ", sample " + sample + ", port " + port;
    }
}
