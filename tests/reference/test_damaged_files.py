"""Damaged exports end in rows, rejected rows or an error of ours; never in a traceback, never half loaded."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.record import open_record

SOUND = {
    "sipri-register": (
        "Deals with deliveries made for the year range '2014' to '2017'\r\nData generated: 3 Mar 2024 09:10:11 AM;\r\n"
        "SIPRI AT Database ID,Supplier,Recipient,Designation,Order date,Numbers delivered,Delivery year,"
        "Delivery year is estimate,TIV delivery values;\r\n"
        '71,Italy,"Hill Army (Chile)*",Alpha-1,2012,4,2014-2016,Yes,6;\r\n72,Türkiye,Peru,B,2012,4,2014,No,0.5;\r\n'
    ),
    "sipri-tiv": (
        '"TIV of arms exports from Italy, 2019-2020",,,\nGenerated: 28 July 2022,,,\n,2019,2020,Total\n'
        "Chile,7,0,7\nPeru,,5,5\nTotal,7,5,12\n"
    ),
    "tiv-by-supplier": "year,supplier,tiv_vintage_2022,tiv_vintage_2024\n2019,Italy,7,7.25\n2020,Peru,,3\n",
    "un-ga-votes": (
        "undl_id,ms_code,ms_name,ms_vote,date,resolution,title,subjects,vote_note,total_yes,total_no,total_ms\n"
        '9,CHL,CHILE,Y,1988-12-06,A/RES/43/9,"Fish, and more",SEA|FISH,"Peru had intended to abstain",1,1,2\n'
        "9,PER,PERU,N,1988-12-06,A/RES/43/9,Fish,SEA,,1,1,2\n"
    ),
    "unvotes": (
        "rcid,session,date,unres,amend,para,country,country_code,vote,short,descr\n"
        "7.0,60.0,2005-12-01,R/60/1,,1,Chile,CL,yes,FISH,People?Ã†s sea : resolution\n"
        "7.0,60.0,2005-12-01,R/60/1,,1,Peru,PE,no,FISH,Sea<90>s\n"
    ),
}
DAMAGE = b'",;\n\r\0\xff\xc3\x80 -x90*()'


def damaged(sound: bytes, chance: random.Random) -> bytes:
    data = bytearray(sound)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data))
        match chance.randrange(3):
            case 0:
                data[at] = chance.choice(DAMAGE)
            case 1 if len(data) > 40:
                del data[at : at + chance.randint(1, 20)]
            case _:
                data[at:at] = data[max(0, at - chance.randint(1, 40)) : at]
    return bytes(data)


@pytest.mark.parametrize("kind", SOUND)
def test_damage_is_told(tmp_path: Path, kind: str) -> None:
    chance = random.Random(kind)  # noqa: S311 (damage, not secrets)
    path = tmp_path / "chile_imports.csv"
    read = 0
    with open_record(tmp_path / "r.db") as record:
        for _ in range(60):
            path.write_bytes(damaged(SOUND[kind].encode(), chance))
            try:
                done = record.import_reference(kind, path)
            except DatelineError:
                assert record.reference().editions() == ()
                continue
            read += sum(done.row.rows.values())
            record.store.remove_edition(done.row.id)
    assert read > 10
