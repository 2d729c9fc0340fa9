from __future__ import annotations


class MacroEdgeError(Exception):
    """A request that macro-edge refused, or that did not reach it.

    code: the end of the problem's type, such as unknown-instrument, on which programs may rely;
        `unreachable`, `timed-out` and `unexpected-answer` are the client's own.
    message: what happened and what to do.
    status: the HTTP status, or None if there was no answer.
    title: the name of the problem.
    instance: the path that was asked for.
    retry_after: after how many seconds the same request is taken, if the server said so.
    """

    def __init__(
        self,
        code: str,
        message: str,
        *,
        status: int | None = None,
        title: str = "",
        instance: str = "",
        retry_after: int | None = None,
    ) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message
        self.status = status
        self.title = title
        self.instance = instance
        self.retry_after = retry_after

    def __str__(self) -> str:
        return f"{self.message} [{self.code}{f', HTTP {self.status}' if self.status else ''}]"
