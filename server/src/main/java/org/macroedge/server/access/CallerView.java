package org.macroedge.server.access;

import io.swagger.v3.oas.annotations.media.Schema;
import org.macroedge.server.platform.json.Codes;
import org.macroedge.server.platform.web.CallerKind;
import org.macroedge.server.platform.web.Role;

/// Who sends a request, as the server knows it.
///
/// @param kind how it is known
/// @param name as the audit log has it
/// @param role what it may do
record CallerView(
        @Codes(CallerKind.class) String kind,

        @Schema(example = "anna (3c1f0d52-8a5e-4a55-9d0b-0d6f2f7f1b0e)")
        String name,

        @Codes(Role.class) String role) {}
