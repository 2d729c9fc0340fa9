from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas

PARQUET = "application/vnd.apache.parquet"


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
        """The rows of Parquet, with instants in UTC, days as datetimes without zone, and numbers.

        Raises ValueError for CSV, which says nothing of types, and for files that have no rows; and ImportError
        without pandas and PyArrow.
        """
        if self.media_type not in (PARQUET, "text/csv"):
            raise ValueError(f"A file of {self.media_type} has no rows; save() writes it")
        if self.media_type != PARQUET:
            raise ValueError(
                'CSV says nothing of types. Ask with format="parquet", or read content with pandas.read_csv'
            )
        try:
            import pyarrow.parquet
        except ImportError as missing:
            raise ImportError("to_pandas needs pandas and PyArrow: pip install 'macro-edge[pandas]'") from missing
        table: pandas.DataFrame = pyarrow.parquet.read_table(io.BytesIO(self.content)).to_pandas(date_as_object=False)
        return table
