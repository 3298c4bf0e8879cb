"""The publisher's keys of one file: an entry that stands there twice counts once, two of one key are kept apart."""

from __future__ import annotations

import hashlib

from dateline.model.reference import Note


class Keys:
    """What keys were met; eight bytes of hash for each, so that a whole list fits in memory."""

    def __init__(self) -> None:
        self._met: dict[str, list[bytes]] = {}

    def own(self, key: str, content: str, line: int) -> str | Note:
        """The key under which to keep an entry; a note where the same entry was met before.

        Args:
            key: The publisher's key.
            content: All that the entry says.
            line: Where it stands.
        """
        digest = hashlib.blake2b(content.encode("utf-8", "replace"), digest_size=8).digest()
        met = self._met.setdefault(key, [])
        if digest in met:
            return Note(text=f"{key} stands here again, the same in every word; it counts once", line=line)
        met.append(digest)
        return key if len(met) == 1 else f"{key}/{len(met)}"
