package org.macroedge.server.releases.profile.table;

/// Recognises UTF-8 by its letters of several bytes.
final class Utf8Letters {

    private static final int NOT_ASCII = 0x80;
    private static final int LEADING = 0xC0;
    private static final int MOST_BYTES = 4;

    private Utf8Letters() {}

    /// Whether all bytes above ASCII form letters of several bytes, and there is one. The last letter may be cut
    /// off.
    static boolean only(byte[] bytes) {
        int letters = 0;
        int index = 0;
        while (index < bytes.length) {
            int first = bytes[index] & 0xFF;
            int following = following(first);
            if (following < 0) {
                return false;
            }
            int end = Math.min(index + following, bytes.length - 1);
            for (int next = index + 1; next <= end; next++) {
                if ((bytes[next] & LEADING) != NOT_ASCII) {
                    return false;
                }
            }
            letters += following > 0 ? 1 : 0;
            index += 1 + following;
        }
        return letters > 0;
    }

    /// The number of bytes that follow a first one; -1 for a byte that is not a first one.
    private static int following(int first) {
        if (first < NOT_ASCII) {
            return 0;
        }
        int ones = Integer.numberOfLeadingZeros(~(first << 24));
        return ones >= 2 && ones <= MOST_BYTES ? ones - 1 : -1;
    }
}
