"""The reference facts of ``data/facts.toml`` as records."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.model import Claim, ClaimKind, Evidence
from dateline.model.measures import ListedKind
from dateline.model.reference import (
    ArmsTransfer,
    Ballot,
    Delivery,
    Programme,
    Provenance,
    ReferenceRecord,
    Resolution,
    SanctionDesignation,
    Trader,
    TraderKind,
    Veto,
    Vote,
)
from dateline.verify import MemoryFacts, Told

DATA = Path(__file__).parent / "verify" / "data"
_BODIES = {"UN General Assembly": "UNGA", "UN Security Council": "UNSC"}
_AUTHORITIES = {"US": "USA"}


def sample_facts() -> MemoryFacts:
    """All of them."""
    held = tomllib.loads((DATA / "facts.toml").read_text("utf-8"))
    return MemoryFacts([*_votes(held), *_measures(held), *_transfers(held["transfers"])])


def provenance(line: int, vintage: str | None = None) -> Provenance:
    """A row of the fixture."""
    return Provenance(source="fixture", vintage=vintage, retrieved=None, licence="own", sha256="0" * 64, line=line)


def _votes(held: dict[str, Any]) -> Iterator[ReferenceRecord]:
    for n, (body, symbol, title, day, yes, no, abstain, absent, adopted) in enumerate(held["resolutions"]["rows"]):
        yield Resolution(
            id=f"vote:{symbol}", vote=str(n), body=_BODIES[body], symbol=symbol, title=title, day=day, yes=yes, no=no,
            abstain=abstain, not_voting=absent, members=yes + no + abstain + absent, adopted=adopted,
            provenance=provenance(n),
        )  # fmt: skip
    for n, (symbol, country, vote) in enumerate(held["ballots"]["rows"]):
        yield Ballot(
            resolution=f"vote:{symbol}", country=country, name=country,
            vote=Vote(vote), provenance=provenance(n),
        )  # fmt: skip
    for n, (day, draft, subject, countries) in enumerate(held["vetoes"]["rows"]):
        yield Veto(
            id=f"veto:{draft}",
            day=day,
            draft=draft,
            subject=subject,
            vetoing=tuple(countries),
            provenance=provenance(n),
        )


def _measures(held: dict[str, Any]) -> Iterator[ReferenceRecord]:
    for n, (authority, target, title, start, end) in enumerate(held["embargoes"]["rows"]):
        yield Programme(
            id=f"embargo:{title}", key=title, authority=authority, title=title, target_countries=(target,),
            measures=("arms embargo",), start=start, end=end or None, provenance=provenance(n),
        )  # fmt: skip
    for n, (authority, name, country, listed, delisted) in enumerate(held["listings"]["rows"]):
        yield SanctionDesignation(
            id=f"listing:{authority}:{n}", key=str(n), authority=_AUTHORITIES.get(authority, authority),
            list_name=f"{authority} list", name=name, aliases=(), kind=ListedKind.PERSON, programmes=(),
            countries=(country,), listed=listed, delisted=delisted or None, provenance=provenance(n),
        )  # fmt: skip


def _transfers(tables: list[dict[str, Any]]) -> Iterator[ArmsTransfer]:
    for table in tables:
        flagged = {(code, year) for code, year in table.get("estimated", [])}
        for first, last, suppliers in table["years"]:
            for year in range(first, last + 1):
                for code, tiv in suppliers.items():
                    yield _deal(table, code, year, tiv, flagged=(code, year) in flagged)


def _deal(table: dict[str, Any], code: str, year: int, tiv: float, *, flagged: bool) -> ArmsTransfer:
    key = f"{table['recipient']}-{code}-{year}-{table['vintage']}"
    delivery = Delivery(
        id=f"row:{key}", year=year, year_estimated=flagged, quantity=1, quantity_estimated=False, tiv=float(tiv)
    )
    return ArmsTransfer(
        id=f"deal:{key}", deal=key, supplier=_state(code), recipient=_state(table["recipient"]), designation="X-1",
        description="vehicle", category="Armoured vehicles", order_year=year - 2, order_estimated=False,
        quantity_ordered=1, status="New", tiv_per_unit=None, tiv_per_unit_deal=None, local_production=False,
        deliveries=(delivery,), provenance=provenance(0, table["vintage"]),
    )  # fmt: skip


def _state(code: str) -> Trader:
    return Trader(name=code, kind=TraderKind.STATE, code=code)


def day(text: str) -> dt.date:
    """A day by its ISO form."""
    return dt.date.fromisoformat(text)


def told(sentence: str, published: str | None = "2021-06-22", claim: str = "16 percent") -> Told:
    """A share of 16 percent in a sentence."""
    at = sentence.index(claim)
    return Told(
        claim=Claim(
            id="c", document_id="d", sentence=0, evidence=Evidence(start=at, end=at + len(claim), text=claim),
            kind=ClaimKind.SHARE, subject=None, predicate=None, object=None, value="16", unit="percent", period=None,
        ),
        sentence=sentence, at=at, published=dt.date.fromisoformat(published) if published else None,
    )  # fmt: skip
