package org.macroedge.server.stream;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.error.MacroEdgeException;

/// Who is not let in.
class StreamMessagesTest {

    private Database database;
    private StreamEvents events;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        TestStore store = TestStore.of(database, CatalogueLoader.load(Path.of("../catalogue")), Clock.systemUTC());
        events = new StreamEvents(store.get(EventLog.class), store.facts(), List.of());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aClientForWhomThereIsNoRoomIsRefused() {
        EventStream stream = new EventStream(events, caller -> true, 1, new StreamPlaces(null));
        stream.admit();

        assertRefused(stream, "StreamMessage.TOO_MANY_CLIENTS");
    }

    @Test
    void aClientThatComesWhileTheServerStopsIsRefused() {
        EventStream stream = new EventStream(events, caller -> true, 1, new StreamPlaces(null));
        stream.stop();

        assertRefused(stream, "StreamMessage.STOPPING");
    }

    private static void assertRefused(EventStream stream, String message) {
        MacroEdgeException fault = catchThrowableOfType(MacroEdgeException.class, stream::admit);
        DeclaredMessages.assertSeen(message, String.valueOf(fault.getMessage()));
    }
}
