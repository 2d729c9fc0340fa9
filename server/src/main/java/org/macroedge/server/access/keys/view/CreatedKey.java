package org.macroedge.server.access.keys.view;

import io.swagger.v3.oas.annotations.media.Schema;

/// A key that was just created.
///
/// @param key the whole key, which is shown this once: only its hash is stored
/// @param item how it is listed
public record CreatedKey(
        @Schema(example = "me_1f3a9c02_53f0…") String key, ApiKeyItem item) {

    /// Leaves the key out.
    @Override
    public String toString() {
        return "CreatedKey[item=" + item + "]";
    }
}
