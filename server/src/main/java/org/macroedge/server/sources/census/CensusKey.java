package org.macroedge.server.sources.census;

/// A series like `marts/44X72/MPCSM/yes`.
///
/// @param program the data set, such as that of advance retail sales
/// @param category what is counted
/// @param dataType what is said of it
/// @param adjusted `yes` or `no`
record CensusKey(String program, String category, String dataType, String adjusted) {

    private static final int PARTS = 4;

    static CensusKey of(String key) {
        String[] parts = key.split("/");
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("\"" + key + "\" is not PROGRAM/CATEGORY/DATA-TYPE/ADJUSTED");
        }
        return new CensusKey(parts[0], parts[1], parts[2], parts[3]);
    }
}
