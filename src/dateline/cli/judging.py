"""Pairs of entities that may be one, as rows and as a person reads them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dateline.cli.cards import INDENT, WIDTH, quote
from dateline.model import to_json
from dateline.model.judged import is_known
from dateline.record import Record

if TYPE_CHECKING:
    from dateline.resolve.identity import Profile, Suggestion

COLUMNS = ["score", "advice", "left_id", "left_name", "right_id", "right_name", "reason", "left_quote", "right_quote"]
JUDGEMENT_COLUMNS = ["id", "left", "kind", "right", "score", "why", "who", "made", "undone", "undone_by", "gone"]
_WIDTH = WIDTH - 2


def suggestion_row(record: Record, held: Suggestion) -> dict[str, Any]:
    """One pair with a quote of each side; a side that no report prints has none."""
    row = {
        "score": held.score,
        "advice": held.advice,
        "reason": "; ".join(each.reason for each in held.because),
        "because": [to_json(each) for each in held.because],
    }
    for side, profile in (("left", held.left), ("right", held.right)):
        row |= {f"{side}_{name}": value for name, value in _side(record, profile).items()}
    return row


def listing(rows: Sequence[Mapping[str, Any]]) -> str:
    """All pairs as a person reads them."""
    return "\n\n".join("\n".join(_card(row)) for row in rows) or "no pairs"


def judgement_list(rows: Sequence[Mapping[str, Any]]) -> str:
    """All judgements as a person reads them, undone ones too."""
    return "\n".join("\n".join(_judgement(row)) for row in rows) or "no judgements"


def _judgement(row: Mapping[str, Any]) -> Iterator[str]:
    yield f"{row['left']} and {row['right']}: {row['kind']}  [{row['id']}]"
    score = "" if row["score"] is None else f" (score {row['score']:.2f})"
    yield f"{INDENT}{row['who']} on {row['made'][:10]}{score}: {row['why']}"
    if row["undone"]:
        yield f"{INDENT}undone by {row['undone_by']} on {row['undone'][:10]}"
    if row["gone"]:
        yield f"{INDENT}without effect: the record holds {' and '.join(row['gone'])} no more"


def _side(record: Record, profile: Profile) -> dict[str, Any]:
    told = record.mentions_of(profile.canonical_id, limit=1)
    return {
        "id": profile.canonical_id,
        "name": profile.name,
        "known": is_known(profile.canonical_id),
        "country": profile.country,
        "sector": profile.sector,
        "documents": len(profile.documents),
        "quote": told[0].quote if told else None,
        "publisher": told[0].document.publisher if told else None,
    }


def _card(row: Mapping[str, Any]) -> Iterator[str]:
    yield f"{row['score']:.2f} {row['advice']} · {_named(row, 'left')}  ~  {_named(row, 'right')}"
    for because in row["because"]:
        yield textwrap.fill(because["reason"], _WIDTH, initial_indent=INDENT, subsequent_indent=INDENT + "  ")
    for side in ("left", "right"):
        if row[f"{side}_quote"]:
            yield quote(row[f"{side}_quote"], attributed_to=row[f"{side}_publisher"])
    yield f'{INDENT}dateline judge same {row["left_id"]} {row["right_id"]} --why "…"'


def _named(row: Mapping[str, Any], side: str) -> str:
    codes = " ".join(row[f"{side}_{part}"] for part in ("country", "sector") if row[f"{side}_{part}"])
    known = "known" if row[f"{side}_known"] else "unknown"
    count = row[f"{side}_documents"]
    return f"{row[f'{side}_name']} ({', '.join(part for part in (codes, known) if part)}, {count} documents)"
