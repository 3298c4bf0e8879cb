from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dateline.vocab.item_classes import item_classes
from dateline.vocab.item_classifying import classify_item

REGISTER = Path(__file__).parents[2] / "../shared/reference/sipri_register_myanmar_extract.csv"


@pytest.mark.parametrize(
    ("words", "item_class"),
    [
        ("two MiG-29 fighter jets", "aircraft"),
        ("a dozen K-8 trainers", "aircraft"),
        ("MiG-29 engines", "engine"),
        ("spare parts for MiG-29s", "spare_parts"),
        ("a consignment for Mi-17 crews", "helicopter"),
        ("S-400 missiles", "air_defence"),
        ("HIMARS rockets", "ammunition"),
        ("HIMARS rocket launchers", "artillery"),
        ("rifles and ammunition", "small_arms"),
        ("weapons, including tanks and rifles", "armoured_vehicle"),
        ("weapons and Sukhoi jets", "aircraft"),
        ("155mm howitzers", "artillery"),
        ("155mm shells", "ammunition"),
        ("Bayraktar TB2 drones", "drone"),
        ("Leopard 2A6 tanks", "armoured_vehicle"),
        ("Javelins", "missile"),
        ("patrol boats", "naval_vessel"),
        ("phone-hacking tools", "cyber_surveillance"),
        ("dual-use goods", "dual_use"),
        ("training of pilots", "training"),
        ("body armour", "logistics"),
        ("nerve agents", "chemical_biological"),
        ("military aid", "unspecified"),
        ("weaponry", "unspecified"),
    ],
)
def test_words_for_an_item_have_a_class(words: str, item_class: str) -> None:
    match = classify_item(words)
    assert match is not None
    assert match.item_class == item_class


@pytest.mark.parametrize("words", ["", "rice", "goodwill and tea"])
def test_other_goods_have_none(words: str) -> None:
    assert classify_item(words) is None


@pytest.mark.needs_shared
@pytest.mark.skipif(not REGISTER.exists(), reason="the development data is not there")
@pytest.mark.parametrize(("column", "floor"), [("Description", 0.98), ("Designation", 0.93)])
def test_the_register_sorts_its_rows_alike(column: str, floor: float) -> None:
    lines = REGISTER.read_text(encoding="utf-8", errors="replace").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("SIPRI AT Database ID"))
    rows = list(csv.DictReader(lines[start:]))
    matches = [(row["Armament category"], classify_item(row[column])) for row in rows]
    agreeing = sum(m is not None and item_classes()[m.item_class].register == category for category, m in matches)
    assert agreeing / len(rows) >= floor
