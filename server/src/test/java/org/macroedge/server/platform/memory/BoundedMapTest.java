package org.macroedge.server.platform.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundedMapTest {

    @Test
    void theFirstGoesWhereLatestStay() {
        Map<Integer, String> map = filled(BoundedMap.ofLatest(3));
        assertThat(map).containsOnlyKeys(1, 2, 3);
    }

    @Test
    void theOneAskedForLeastRecentlyGoesWhereUsedStay() {
        Map<Integer, String> map = filled(BoundedMap.ofUsed(3));
        assertThat(map).containsOnlyKeys(0, 2, 3);
    }

    /// Puts 0, 1 and 2, asks for 0, and puts 3.
    private static Map<Integer, String> filled(Map<Integer, String> map) {
        IntStream.range(0, 3).forEach(key -> map.put(key, "value"));
        assertThat(map.get(0)).isEqualTo("value");
        map.put(3, "value");
        return map;
    }
}
