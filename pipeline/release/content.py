"""A hash of what a table says, which does not depend on who wrote its file.

Parquet and DuckDB files of the same rows differ from one version of a library to the next; the content hash does
not. It is the SHA-256 of the table's shape and of its columns, one after another, as follows (all integers are
64-bit, little-endian):

    table     number of rows, then each column: its name and its type as texts, then its values
    text      length in bytes of each value (-1 for null), then the UTF-8 bytes of all values in one
    list      number of items of each value (-1 for null), then the items of all lists as one column
    struct    one byte for each value (1, or 0 for null), then each field as a column of its own
    others    one byte for each value (1, or 0 for null), then the values, null as 0: integers as they are, booleans
              as 0 or 1, dates as days since 1970-01-01, numbers as IEEE 754 doubles

Belongs here: the hash. Does not: comparing rows (see `diff`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc


def content_hash(table: pa.Table) -> str:
    """The content hash of a table, whose rows are taken in the order that they have.

    Args:
        table: columns of text, int64, float64, boolean, date32, and lists and structs of these.

    Returns:
        64 hexadecimal digits.

    Raises:
        TypeError: a column is of another type.
    """
    digest = hashlib.sha256()
    for part in _table(table):
        digest.update(part)
    return digest.hexdigest()


def type_words(kind: pa.DataType) -> str:
    """The type as the hash and the manifest name it, whatever Arrow calls the items of a list."""
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return f"list<{type_words(kind.value_type)}>"
    if pa.types.is_struct(kind):
        return "struct<" + ", ".join(f"{field.name}: {type_words(field.type)}" for field in kind) + ">"
    for is_such, word in _WORDS:
        if is_such(kind):
            return word
    raise TypeError(f"a release has no columns of type {kind}; see pipeline/tables/columns.py for those that it has")


_WORDS = (
    (lambda kind: pa.types.is_string(kind) or pa.types.is_large_string(kind), "text"),
    (pa.types.is_int64, "integer"),
    (pa.types.is_float64, "number"),
    (pa.types.is_date32, "date"),
    (pa.types.is_boolean, "boolean"),
)


def _table(table: pa.Table) -> Iterator[bytes]:
    yield _integer(table.num_rows)
    for field, column in zip(table.schema, table.columns, strict=True):
        yield from _text(field.name)
        yield from _text(type_words(field.type))
        yield from _values(pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], field.type))


def _values(array: pa.Array) -> Iterator[bytes]:
    kind = array.type
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        yield _fixed(pc.list_value_length(array).cast(pa.int64()).fill_null(-1))
        yield from _values(pc.list_flatten(array))
    elif pa.types.is_struct(kind):
        yield _present(array)
        for number in range(kind.num_fields):
            yield from _values(pc.struct_field(array, number))
    elif pa.types.is_string(kind) or pa.types.is_large_string(kind):
        yield _fixed(pc.binary_length(array).cast(pa.int64()).fill_null(-1))
        yield b"".join(value.encode() for value in array.to_pylist() if value is not None)
    else:
        yield _present(array)
        if pa.types.is_boolean(kind):
            yield _fixed(array.cast(pa.uint8()).fill_null(0))
        elif pa.types.is_date32(kind):
            yield _fixed(array.cast(pa.int32()).cast(pa.int64()).fill_null(0))
        else:
            yield _fixed(array.fill_null(0))


def _present(array: pa.Array) -> bytes:
    return _fixed(array.is_valid().cast(pa.uint8()))


def _fixed(array: pa.Array) -> bytes:
    """The values of an array without nulls, each in its type's number of bytes, as memory has them."""
    width = array.type.bit_width // 8
    data = array.buffers()[1]
    if data is None:
        return b""
    return bytes(memoryview(data)[array.offset * width : (array.offset + len(array)) * width])


def _integer(value: int) -> bytes:
    return value.to_bytes(8, "little", signed=True)


def _text(text: str) -> Iterator[bytes]:
    data = text.encode()
    yield _integer(len(data))
    yield data
