package org.macroedge.server.releases.profile.table;

/// Follows a text of JSON, whose reader says where a row begins.
final class JsonPlace implements RowLimit {

    private long line = 1;
    private long letters;

    @Override
    public void follow(char[] text, int offset, int count) {
        letters += count;
        for (int index = offset; index < offset + count; index++) {
            if (text[index] == '\n') {
                line++;
            }
        }
    }

    /// What follows is another row.
    void startRow() {
        letters = 0;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public long letters() {
        return letters;
    }
}
