"""The crosswalk between CAMEO codes and PLOVER types and modes. Data: ``data/cameo.csv``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dateline.vocab.event_types import event_types
from dateline.vocab.loading import Entry, csv_entries
from dateline.vocab.modes import modes, modes_of
from dateline.vocab.tables import Listing

FILE = "cameo.csv"
#: Values of the column ``best``: the code to write for the type, or for its mode.
_BEST = ("type", "mode")


@dataclass(frozen=True, slots=True, kw_only=True)
class CameoCode:
    """One CAMEO code and what it is in PLOVER.

    Attributes:
        code: Two (root), three or four digits.
        label: What it means, in our words.
        event_type: The PLOVER type, or None: PLOVER has no type for bare statements (CAMEO 010-015, 017).
        mode: The mode of the type, or None.
    """

    code: str
    label: str
    event_type: str | None
    mode: str | None

    @property
    def root(self) -> str:
        """The two digits it begins with."""
        return self.code[:2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalk:
    """Both directions: codes by code, and the best code by ``TYPE`` or ``TYPE/mode``."""

    codes: Mapping[str, CameoCode]
    best: Mapping[str, str]


@cache
def crosswalk() -> Crosswalk:
    """The whole crosswalk.

    Raises:
        VocabularyError: a row names an unknown type or mode, or two codes are best for one.
    """
    return parse_crosswalk(csv_entries(FILE), event_types(), modes_of)


def cameo_codes() -> Mapping[str, CameoCode]:
    """CAMEO codes by code, in order."""
    return crosswalk().codes


def cameo_to_plover(code: str) -> CameoCode | None:
    """What a CAMEO code is in PLOVER; a code that is not listed is read at the code above it.

    Returns:
        None when not even the root is known.
    """
    codes = cameo_codes()
    return next((codes[code[:size]] for size in range(len(code), 1, -1) if code[:size] in codes), None)


def plover_to_cameo(event_type: str, mode: str | None = None) -> str:
    """The CAMEO code to write for a PLOVER type and mode; a mode without a code of its own gives the type's.

    Raises:
        KeyError: there is no such type or mode.
    """
    best = crosswalk().best
    if mode is not None:
        key = modes()[f"{event_type}/{mode}"].key
        if key in best:
            return best[key]
    return best[event_type]


def cameo_root(event_type: str) -> str:
    """The CAMEO root ("04") that comes nearest to a PLOVER type.

    Raises:
        KeyError: there is no such type.
    """
    return plover_to_cameo(event_type)[:2]


def parse_crosswalk(
    entries: Iterable[Entry], types: Iterable[str], modes_of: Callable[[str], tuple[str, ...]]
) -> Crosswalk:
    """The crosswalk from rows; ``types`` are the known event types, ``modes_of`` gives the modes of one."""
    codes: dict[str, CameoCode] = {}
    best: dict[str, str] = {}
    known = tuple(types)
    for entry in entries:
        row = _code(entry, known, modes_of)
        if row.code in codes:
            raise entry.wrong(f"code {row.code} stands there twice", "leave one")
        codes[row.code] = row
        key = _best_key(entry, row)
        entry.done()
        if key in best:
            raise entry.wrong(f"{best[key]} is best for {key} already", "leave one")
        if key is not None:
            best[key] = row.code
    missing = [kind for kind in known if kind not in best]
    if missing:
        raise Entry(FILE, "column best", {}).wrong(f"no code is best for {', '.join(missing)}")
    return Crosswalk(codes=MappingProxyType(codes), best=MappingProxyType(best))


def _code(entry: Entry, types: tuple[str, ...], modes_of: Callable[[str], tuple[str, ...]]) -> CameoCode:
    code = entry.text("code")
    event_type = entry.text("event_type") if entry.has("event_type") else None
    mode = entry.text("mode") if entry.has("mode") else None
    if not (code.isdigit() and 2 <= len(code) <= 4):
        raise entry.wrong(f"code {code!r} must be two to four digits")
    if event_type is not None and event_type not in types:
        raise entry.wrong(f"{event_type!r} is no event type", "see event_types.toml")
    if mode is not None and (event_type is None or mode not in modes_of(event_type)):
        raise entry.wrong(f"{event_type} has no mode {mode!r}", "see modes.toml")
    return CameoCode(code=code, label=entry.text("label"), event_type=event_type, mode=mode)


def _best_key(entry: Entry, row: CameoCode) -> str | None:
    """The type or ``TYPE/mode`` for which the row is the code to write, or None."""
    if not entry.has("best"):
        return None
    kind = entry.text("best")
    if kind not in _BEST or row.event_type is None or (kind == "mode") != (row.mode is not None):
        raise entry.wrong(f"best is {kind!r}", "write type in a row without a mode, mode in a row with one")
    return row.event_type if row.mode is None else f"{row.event_type}/{row.mode}"


def listing() -> Listing:
    """The crosswalk as a table; a star marks the code that is written for a type or mode."""
    starred = set(crosswalk().best.values())
    return Listing(
        title="CAMEO codes and what they are in PLOVER",
        columns=("code", "label", "event_type", "mode", "written"),
        rows=tuple(
            (row.code, row.label, row.event_type or "", row.mode or "", "*" if row.code in starred else "")
            for row in cameo_codes().values()
        ),
    )
