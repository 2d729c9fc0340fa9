from __future__ import annotations

import functools
import sys
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, Union, get_args, get_origin, get_type_hints

from ._error import MacroEdgeError
from ._time import written

if TYPE_CHECKING:
    import pandas

M = TypeVar("M", bound="Model")


class Model:
    """A part of an answer, with the values of Python: instants are datetimes in UTC, and days are dates."""

    __slots__ = ()
    ROWS: ClassVar[str | None] = None

    def to_dict(self) -> dict[str, Any]:
        """The JSON of this part, as the server sent it."""
        return {sent_name(field.name): _encoded(getattr(self, field.name)) for field in fields(self)}  # type: ignore[arg-type]

    def to_pandas(self, part: str | None = None) -> pandas.DataFrame:
        """The rows of this answer, with instants in UTC and numbers; a part inside a row becomes columns of its own.

        part: The list that becomes rows, such as `causes`; by default the main one. An answer without a list is one row.
            `attrs` of the table has the other values of the answer, such as run_id and as_of.

        Raises ImportError without pandas, and ValueError if the answer has no such list.
        """
        from ._frame import frame

        return frame(self, part or self.ROWS)


def sent_name(name: str) -> str:
    head, *rest = name.rstrip("_").split("_")
    return head + "".join(part.capitalize() for part in rest)


def hints(model: type[Model]) -> dict[str, Any]:
    """The types of the properties of a model, by their names in Python."""
    return _hints(model)  # type: ignore[arg-type]  # a class is hashable, whatever its values are


@functools.cache
def _hints(model: type[Model]) -> dict[str, Any]:
    found = get_type_hints(model, vars(sys.modules[model.__module__]))
    return {field.name: found[field.name] for field in fields(model)}  # type: ignore[arg-type]


def options(hint: Any) -> tuple[Any, ...]:
    """The types of a union, without None; a type that is no union is its only option."""
    if get_origin(hint) in (Union, UnionType):
        return tuple(option for option in get_args(hint) if option is not NoneType)
    return (hint,)


def decoded(model: type[M], value: Any) -> M:
    """A model of the JSON of an answer. Properties of a newer server that this version does not know are left out."""
    if not isinstance(value, Mapping):
        raise MacroEdgeError(
            "unexpected-answer", f"The answer is no {model.__name__}: is this the address of macro-edge?"
        )
    given = {}
    for name, hint in hints(model).items():
        sent = sent_name(name)
        if sent in value:
            given[name] = _value(hint, value[sent])
    try:
        return model(**given)
    except TypeError:
        missing = [field.name for field in fields(model) if field.name not in given]  # type: ignore[arg-type]
        raise MacroEdgeError(
            "unexpected-answer",
            f"{model.__name__} lacks {', '.join(map(sent_name, missing))}: "
            "server and package are of different versions. Install the package of the server's version",
        ) from None


def _value(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    kind = options(hint)[0]
    if kind is datetime:
        return datetime.fromisoformat(value)
    if kind is date:
        return date.fromisoformat(value)
    if kind is float:
        return float(value)
    if get_origin(kind) is tuple:
        item = get_args(kind)[0]
        return tuple(_value(item, entry) for entry in value)
    if get_origin(kind) is Mapping:
        return {key: _value(get_args(kind)[1], entry) for key, entry in value.items()}
    if isinstance(kind, type) and issubclass(kind, Model):
        return decoded(kind, value)
    return value


def _encoded(value: Any) -> Any:
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, datetime):
        return written(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_encoded(entry) for entry in value]
    if isinstance(value, dict):
        return {key: _encoded(entry) for key, entry in value.items()}
    return value
