from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas

PARQUET = "application/vnd.apache.parquet"
ARROW = "application/vnd.apache.arrow.file"


@dataclass(frozen=True, slots=True)
class Export:
    """A file: its bytes and their media type."""

    content: bytes
    media_type: str

    def __repr__(self) -> str:
        return f"Export({len(self.content):,} bytes of {self.media_type})"

    def save(self, path: str | Path) -> Path:
        """Writes the file, and answers where it is."""
        target = Path(path)
        target.write_bytes(self.content)
        return target

    def to_pandas(self) -> pandas.DataFrame:
        """The rows of Parquet or Arrow, with instants in UTC, days as datetimes without zone, and numbers.

        Raises ValueError for CSV, which says nothing of types, and for files that are read otherwise or have no rows;
        and ImportError without pandas and PyArrow.
        """
        if self.media_type not in (PARQUET, ARROW, "text/csv"):
            raise ValueError(f"A file of {self.media_type} cannot be read as a table; save() writes it")
        if self.media_type == "text/csv":
            raise ValueError(
                'CSV says nothing of types. Ask with format="parquet", or read content with pandas.read_csv'
            )
        try:
            import pyarrow.ipc
            import pyarrow.parquet
        except ImportError as missing:
            raise ImportError("to_pandas needs pandas and PyArrow: pip install 'macro-edge[pandas]'") from missing
        rows = (
            pyarrow.ipc.open_file(self.content).read_all()
            if self.media_type == ARROW
            else pyarrow.parquet.read_table(io.BytesIO(self.content))
        )
        table: pandas.DataFrame = rows.to_pandas(date_as_object=False)
        return table
