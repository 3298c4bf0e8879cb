"""Files packed with gzip, Zstandard or LZ4, unpacked while they are read."""

from __future__ import annotations

import gzip
import io
from typing import Any, BinaryIO, cast

GZIP = b"\x1f\x8b"
ZSTANDARD = b"\x28\xb5\x2f\xfd"
LZ4 = b"\x04\x22\x4d\x18"

#: Endings that say how a file is packed and nothing of what it holds.
ENDINGS = (".gz", ".zst", ".zstd", ".lz4")


def is_packed(head: bytes) -> bool:
    """Whether bytes begin like a packed file that :func:`unpacked` reads."""
    return head.startswith((GZIP, ZSTANDARD, LZ4))


def unpacked(stream: BinaryIO, head: bytes) -> BinaryIO:
    """The bytes that a packed stream holds. Reading raises OSError where they cannot be unpacked.

    Args:
        stream: From its very beginning. Several packed parts in a row are read as one.
        head: Its first bytes.
    """
    return cast("BinaryIO", io.BufferedReader(_Unpacked(_opened(stream, head))))


def _opened(stream: BinaryIO, head: bytes) -> Any:
    if head.startswith(GZIP):
        return gzip.GzipFile(fileobj=stream, mode="rb")
    if head.startswith(ZSTANDARD):
        import zstandard

        return zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True)
    import lz4.frame

    return lz4.frame.open(stream, mode="rb")


class _Unpacked(io.RawIOBase):
    """A reader whose library's own errors come as OSError."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            found = self._reader.read(len(buffer))
        except OSError:
            raise
        except Exception as error:  # zlib.error, EOFError, ZstdError, RuntimeError: each library has its own
            raise OSError(" ".join(str(error).split()) or type(error).__name__) from error
        buffer[: len(found)] = found
        return len(found)


def plain_name(name: str) -> str:
    """A file's name without the ending that says how it is packed."""
    for ending in ENDINGS:
        if name.lower().endswith(ending):
            return name[: -len(ending)]
    return name
