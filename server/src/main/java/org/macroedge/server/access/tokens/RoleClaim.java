package org.macroedge.server.access.tokens;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.web.Role;

/// The claim of a token that has the roles of its holder: a text of roles with blanks between them, or a list of texts.
///
/// @param path the name of the claim; or names with dots between them, each of a claim within the one before
record RoleClaim(String path) {

    /// The highest of our roles that it names, by their codes; other roles are none of ours.
    Optional<Role> highest(Map<String, Object> claims) {
        List<String> named = texts(value(claims)).toList();
        return Arrays.stream(Role.values())
                .filter(role -> named.contains(role.code()))
                .reduce((lower, higher) -> higher);
    }

    /// A claim may have dots in its own name, as an address has.
    private @Nullable Object value(Map<String, Object> claims) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        Object value = claims;
        for (String name : path.split("\\.")) {
            value = value instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return value;
    }

    private static Stream<String> texts(@Nullable Object value) {
        return switch (value) {
            case String text -> Arrays.stream(text.split(" "));
            case Collection<?> list ->
                list.stream().filter(String.class::isInstance).map(String.class::cast);
            case null, default -> Stream.empty();
        };
    }
}
