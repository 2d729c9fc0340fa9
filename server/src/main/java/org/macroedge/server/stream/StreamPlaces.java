package org.macroedge.server.stream;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.LimitSettings;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.web.ClientNetwork;

/// How many streams each caller and each address has open. Holds what is open alone. Thread-safe.
final class StreamPlaces {

    private final LimitSettings.@Nullable Streams most;
    private final Map<String, Integer> callers = new HashMap<>();
    private final Map<String, Integer> addresses = new HashMap<>();

    /// @param most null for no limit
    StreamPlaces(LimitSettings.@Nullable Streams most) {
        this.most = most;
    }

    /// Takes a place for the caller of a request.
    ///
    /// @return gives it free again, once
    /// @throws MacroEdgeException with `too-many-requests`
    Runnable take(HttpServletRequest request) {
        return take(String.valueOf(request.getRemoteUser()), ClientNetwork.of(request.getRemoteAddr()));
    }

    /// @param address as [ClientNetwork] gives it
    Runnable take(String caller, String address) {
        if (most == null) {
            return () -> {};
        }
        take(caller, address, most);
        AtomicBoolean taken = new AtomicBoolean(true);
        return () -> {
            if (taken.getAndSet(false)) {
                free(caller, address);
            }
        };
    }

    private synchronized void take(String caller, String address, LimitSettings.Streams limit) {
        if (callers.getOrDefault(caller, 0) >= limit.ofCaller()) {
            throw StreamMessage.TOO_MANY_OF_CALLER.exception(caller, limit.ofCaller());
        }
        if (addresses.getOrDefault(address, 0) >= limit.ofAddress()) {
            throw StreamMessage.TOO_MANY_OF_ADDRESS.exception(limit.ofAddress(), address);
        }
        callers.merge(caller, 1, Integer::sum);
        addresses.merge(address, 1, Integer::sum);
    }

    private synchronized void free(String caller, String address) {
        callers.computeIfPresent(caller, (known, count) -> count == 1 ? null : count - 1);
        addresses.computeIfPresent(address, (known, count) -> count == 1 ? null : count - 1);
    }
}
