package org.macroedge.server.releases.profile.table;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// What the first bytes of a file seem to be.
enum FileContent {
    EMPTY("empty"),
    TEXT("text"),
    JSON("JSON"),
    WEB_PAGE("a web page (HTML)"),
    XML("XML"),
    GZIP("compressed with gzip"),
    ZIP("a ZIP archive"),
    WORKBOOK("a spreadsheet (XLSX)"),
    OLD_WORKBOOK("a spreadsheet of the old binary form (XLS)"),
    PDF("a PDF document"),
    UTF_16("text in UTF-16");

    private static final Pattern WEB_TAG = Pattern.compile(
            "<(!doctype\\s+html|(html|head|body|title|meta|script|style|div|span|table|p|br|h[1-6])[\\s/>]).*",
            Pattern.DOTALL);
    private static final Pattern XML_TAG =
            Pattern.compile("<(\\?xml|!--|!doctype|(rss|feed|error|response)[\\s/>]).*", Pattern.DOTALL);
    private static final Pattern JSON_START = Pattern.compile("(\\{\\s*[\"}]|\\[\\s*[\\[{\"\\]]).*", Pattern.DOTALL);
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private final String text;

    FileContent(String text) {
        this.text = text;
    }

    /// The name for messages, after "seems to be".
    String text() {
        return text;
    }

    /// What a file that begins with these bytes seems to be. What is not recognised counts as text.
    static FileContent of(byte[] start) {
        String bytes = new String(start, StandardCharsets.ISO_8859_1);
        if (bytes.isEmpty()) {
            return EMPTY;
        }
        FileContent binary = binary(bytes);
        return binary == TEXT ? textual(bytes) : binary;
    }

    private static FileContent binary(String bytes) {
        if (bytes.startsWith("\u001F\u008B")) {
            return GZIP;
        }
        if (bytes.startsWith("PK\u0003\u0004")) {
            return bytes.contains("[Content_Types].xml") || bytes.contains("xl/") ? WORKBOOK : ZIP;
        }
        if (bytes.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return OLD_WORKBOOK;
        }
        if (bytes.startsWith("%PDF")) {
            return PDF;
        }
        return isUtf16(bytes) ? UTF_16 : TEXT;
    }

    /// Latin text in UTF-16 has a zero in every second byte.
    private static boolean isUtf16(String bytes) {
        if (bytes.startsWith("\u00FF\u00FE") || bytes.startsWith("\u00FE\u00FF")) {
            return true;
        }
        long zeros = bytes.chars().filter(letter -> letter == 0).count();
        return bytes.length() > 1 && zeros * 5 >= bytes.length() * 2L;
    }

    private static FileContent textual(String bytes) {
        String text = (bytes.startsWith(BYTE_ORDER_MARK) ? bytes.substring(BYTE_ORDER_MARK.length()) : bytes)
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (WEB_TAG.matcher(text).matches()) {
            return WEB_PAGE;
        }
        if (XML_TAG.matcher(text).matches()) {
            return text.contains("<html") ? WEB_PAGE : XML;
        }
        return JSON_START.matcher(text).matches() ? JSON : TEXT;
    }
}
