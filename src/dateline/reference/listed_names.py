"""Names as lists of sanctions print them → natural order, without repetition."""

from __future__ import annotations

from collections.abc import Iterable


def natural_order(printed: str) -> str:
    """A person's name with the surname last: ``"PETROV, Ivan Ivanovich"`` is "Ivan Ivanovich PETROV"."""
    surname, comma, given = printed.partition(", ")
    return f"{given} {surname}" if comma and given else printed


def other_names(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    """The aliases that are not the name itself, on one line each and without repetition."""
    plain = (" ".join(alias.split()) for alias in aliases)
    return tuple(dict.fromkeys(alias for alias in plain if alias and alias != name))
