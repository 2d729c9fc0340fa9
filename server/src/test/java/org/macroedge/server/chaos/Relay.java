package org.macroedge.server.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Passes connections to loopback of a host on to this machine, because a publisher without encryption may be asked on
/// loopback only.
final class Relay {

    private static final String PROGRAM = """
        import asyncio, sys

        host, port = sys.argv[1], int(sys.argv[2])


        async def copy(source, target):
            try:
                while data := await source.read(65536):
                    target.write(data)
                    await target.drain()
            except OSError:
                pass
            finally:
                target.close()


        async def serve(source, target):
            try:
                reader, writer = await asyncio.open_connection(host, port)
            except OSError:
                target.close()
                return
            await asyncio.gather(copy(source, writer), copy(reader, target))


        async def run():
            server = await asyncio.start_server(serve, "127.0.0.1", port)
            await server.serve_forever()


        asyncio.run(run())
        """;

    private Relay() {}

    /// @param prefix runs a command on the host
    /// @param center the address of this machine
    /// @param port the same here and there
    static Process start(List<String> prefix, String center, int port, Path log) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("python3", "-c", PROGRAM, center, String.valueOf(port)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }
}
