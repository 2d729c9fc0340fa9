"""What the pages show in Python runs as it stands there, but for the address."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("page", ["docs/how-to/use-python.md", "clients/python/README.md"])
def test_the_python_of_pages_runs(page: str, address: str, capsys: pytest.CaptureFixture[str]) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block.replace("http://127.0.0.1:8080", address), page, "exec"), names)
    assert ("unknown-instrument 404" in capsys.readouterr().out) == ("MacroEdgeError" in names)
