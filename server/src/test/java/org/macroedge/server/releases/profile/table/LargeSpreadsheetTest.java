package org.macroedge.server.releases.profile.table;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.macroedge.server.messages.DeclaredMessages;

class LargeSpreadsheetTest {

    private static final TableLayout LAYOUT =
            new TableLayout(TableFormat.XLSX, false, StandardCharsets.UTF_8, ',', List.of(), Set.of(), "", null);

    @Test
    void aSpreadsheetWithoutEndIsReadToTheLimit() {
        TableFault fault =
                catchThrowableOfType(TableFault.class, () -> new XlsxTable(new Endless(), LAYOUT, List.of()).close());

        DeclaredMessages.assertSeen("TableMessage.LARGE_SPREADSHEET", String.valueOf(fault.getMessage()));
    }

    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] buffer, int start, int length) {
            return length;
        }
    }
}
