package org.macroedge.server.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.config.LimitSettings;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;

class StreamPlacesTest {

    @Test
    void eachCallerAndEachAddressHasItsPlacesAndGetsThemBack() {
        StreamPlaces places = new StreamPlaces(new LimitSettings.Streams(2, 3));
        Runnable first = places.take("anna", "192.0.2.1");
        places.take("anna", "192.0.2.2");

        assertRefused(places, "anna", "192.0.2.3", "StreamMessage.TOO_MANY_OF_CALLER");
        places.take("bert", "192.0.2.1");
        places.take("carl", "192.0.2.1");
        assertRefused(places, "dora", "192.0.2.1", "StreamMessage.TOO_MANY_OF_ADDRESS");

        first.run();
        first.run();
        places.take("anna", "192.0.2.1");
        assertRefused(places, "anna", "192.0.2.3", "StreamMessage.TOO_MANY_OF_CALLER");
        assertRefused(places, "dora", "192.0.2.1", "StreamMessage.TOO_MANY_OF_ADDRESS");
    }

    private static void assertRefused(StreamPlaces places, String caller, String address, String message) {
        MacroEdgeException refusal = catchThrowableOfType(MacroEdgeException.class, () -> places.take(caller, address));
        assertThat(refusal.code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
        DeclaredMessages.assertSeen(message, String.valueOf(refusal.getMessage()));
    }
}
