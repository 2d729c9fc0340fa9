package org.macroedge.server.access.keys;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.json.Codes;
import org.macroedge.server.platform.web.Role;

/// A key that is to be created.
///
/// @param name who or what it is for, in at most 100 letters, digits, blanks and `. _ @ + -`
/// @param role `viewer`, `analyst` or `admin`
/// @param days after which it expires, 1 to 3,650; null for 365
public record KeyRequest(
        @Schema(
                minLength = 1,
                maxLength = ApiKeys.LONGEST_NAME,
                pattern = ApiKeys.NAME,
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "nightly notebook")
        @Nullable
        String name,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Codes(Role.class) @Nullable
        String role,

        @Schema(minimum = "1", maximum = "3650", example = "90") @Nullable
        Integer days) {}
