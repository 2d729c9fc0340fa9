package org.macroedge.server.ready;

import org.jspecify.annotations.Nullable;

/// Reads the header Accept-Encoding (RFC 9110, section 12.5.3).
final class AcceptedEncodings {

    private AcceptedEncodings() {}

    /// Whether gzip is among them, by its name or by the star, and not excluded by a weight of zero.
    ///
    /// @param header null where the request has none
    static boolean haveGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        boolean others = false;
        for (String coding : header.split(",")) {
            String[] parts = coding.split(";", 2);
            String name = parts[0].strip();
            boolean wanted = parts.length == 1 || weight(parts[1]) > 0;
            if (name.equalsIgnoreCase("gzip")) {
                return wanted;
            }
            others |= name.equals("*") && wanted;
        }
        return others;
    }

    /// Of a parameter such as `q=0.5`; 0 where it is not valid.
    private static double weight(String parameter) {
        String text = parameter.strip();
        try {
            return text.startsWith("q=") ? Double.parseDouble(text.substring(2)) : 0;
        } catch (NumberFormatException invalid) {
            return 0;
        }
    }
}
