from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from types import NoneType
from typing import Any, get_args, get_origin

from ._model import Model, hints, options

try:
    import pandas
except ImportError as missing:
    raise ImportError("to_pandas needs pandas: pip install 'macro-edge[pandas]'") from missing

_DTYPES = {bool: ("bool", "boolean"), int: ("int64", "Int64"), float: ("float64", "float64")}


def frame(answer: Model, part: str | None) -> pandas.DataFrame:
    """The rows of a list of an answer, or the answer as one row."""
    kinds = hints(type(answer))
    if part is None:
        return _table(type(answer), [answer])
    row = _row(kinds.get(part))
    if row is None:
        lists = [name for name, hint in kinds.items() if _row(hint)]
        raise ValueError(f"{type(answer).__name__} has no list {part!r}. Its lists are {', '.join(lists) or 'none'}")
    table = _table(row, getattr(answer, part))
    plain = (str, int, float, bool, datetime, date)
    table.attrs = {name: value for name in kinds if isinstance(value := getattr(answer, name), plain)}
    return table


def _row(hint: Any) -> type[Model] | None:
    """The model of the entries of a list of models."""
    kind = options(hint)[0]
    item = get_args(kind)[0] if get_origin(kind) is tuple else None
    return item if isinstance(item, type) and issubclass(item, Model) else None


def _table(model: type[Model], rows: Sequence[Model]) -> pandas.DataFrame:
    columns: dict[str, pandas.Series[Any]] = {}
    _add(columns, "", model, rows, False)
    return pandas.DataFrame(columns)


def _add(
    columns: dict[str, pandas.Series[Any]],
    prefix: str,
    model: type[Model],
    rows: Sequence[Model | None],
    may_lack: bool,
) -> None:
    for name, hint in hints(model).items():
        values = [None if row is None else getattr(row, name) for row in rows]
        kind = options(hint)[0]
        nullable = may_lack or NoneType in get_args(hint)
        if isinstance(kind, type) and issubclass(kind, Model):
            _add(columns, f"{prefix}{name}_", kind, values, nullable)
        else:
            columns[prefix + name] = _column(values, kind, nullable)


def _column(values: list[Any], kind: Any, nullable: bool) -> pandas.Series[Any]:
    if kind is datetime:
        return pandas.Series(pandas.to_datetime(values, utc=True).as_unit("us"))
    if kind is date:
        return pandas.Series(pandas.to_datetime(values).as_unit("us"))
    if kind in _DTYPES:
        return pandas.Series(values, dtype=_DTYPES[kind][nullable])
    if kind is str or get_origin(kind) not in (tuple, None) and all(isinstance(arg, str) for arg in get_args(kind)):
        return pandas.Series(values, dtype="str" if pandas.__version__ >= "3" else "object")
    return pandas.Series(values, dtype="object")
