"""The notebook is valid, stores no outputs, and its cells hold in their order."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).parents[1] / "examples/one-morning.ipynb"


def test_the_morning_is_as_the_notebook_says(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]
    nbformat.validate(notebook)
    codes = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(not cell.outputs and cell.execution_count is None for cell in codes)
    monkeypatch.setenv("MACRO_EDGE_TEST_ADDRESS", address)
    NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    shown = "".join(output.get("text", "") + str(output.get("data", "")) for cell in codes for output in cell.outputs)
    assert "bullish at 86.1 -> bullish at 81.7" in shown
