package org.macroedge.server.cli.tables;

/// Names of indicators as a reader meets them.
final class Names {

    private Names() {}

    /// `US payrolls`; a short name that already starts with its region has it once.
    static String withRegion(String region, String shortName) {
        return shortName.startsWith(region + " ") ? shortName : region + " " + shortName;
    }
}
