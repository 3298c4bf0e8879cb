from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.errors import UsageError
from dateline.watching import read_config

if TYPE_CHECKING:
    from pathlib import Path

FEED = '[[feed]]\nurl = "https://news.example.org/rss"\n'


def read(folder: Path, text: str) -> object:
    path = folder / "feeds.toml"
    path.write_text(text, "utf-8")
    return read_config(path)


def test_a_whole_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = read(
        tmp_path,
        FEED
        + 'publisher = "P"\nevery = 60\nallow-private = true\n'
        + '[[alert]]\nname = "a"\nfilter = "country=Myanmar&type=aid"\ndeliver = ["file"]\n'
        + '[[alert]]\nname = "b"\nfilter = ""\n'
        + '[[delivery]]\nname = "file"\nkind = "jsonl"\npath = "alerts.jsonl"\n'
        + '[[delivery]]\nkind = "webhook"\nurl = "https://h.example.org"\nsecret-env = "HOOK"\n'
        + '[[delivery]]\nkind = "mail"\nfrom = "a@example.org"\nto = "b@example.org"\n',
    )
    (feed,) = config.feeds
    assert (feed.publisher, feed.every, feed.private) == ("P", 60.0, True)
    first, second = config.alerts
    assert (first.filter.country, first.filter.type) == (("MMR",), ("AID",))
    assert (config.targets(first), config.targets(second)) == (("file",), ("file", "webhook", "mail"))
    assert config.deliveries[0].settings["path"] == str(tmp_path / "alerts.jsonl")
    assert config.deliveries[2].settings["to"] == ("b@example.org",)
    monkeypatch.delenv("HOOK", raising=False)
    with pytest.raises(UsageError, match="the environment has no HOOK"):
        config.check_secrets()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[feed]\n", "it is no TOML"),
        ("[feed]\nurl = 'https://x'", "write [[feed]]"),
        ("[[feeds]]\n", "no setting 'feeds'"),
        ("[[feed]]\nurl = 'ftp://x/'", "no http or https address"),
        (FEED + "every = 5", "impolite"),
        (FEED + "every = 'often'", "no number of seconds"),
        (FEED + "allow-private = 1", "neither true nor false"),
        (FEED + FEED, "stands there twice"),
        ("[[alert]]\nname = 'a'", "a name and a filter"),
        ("[[alert]]\nname = 'a'\nfilter = 'typ=AID'", "no filter 'typ'"),
        ("[[alert]]\nname = 'a'\nfilter = 'type=AIDE'", "no event type 'AIDE'"),
        ("[[alert]]\nname = 'a'\nfilter = 'limit=5'", "limit or a cursor"),
        ("[[alert]]\nname = 'a'\nfilter = ''\ndeliver = ['x']", "there is no delivery 'x'"),
        ("[[delivery]]\nkind = 'pigeon'", "no kind 'pigeon'"),
        ("[[delivery]]\nkind = 'jsonl'", "jsonl needs path"),
        ("[[delivery]]\nkind = 'jsonl'\npath = 7", "7 is no text"),
        ("[[delivery]]\nkind = 'mail'\nfrom = 'a'\nto = 'b'\nrelay = 'localhost'", "names no port"),
        ("[[delivery]]\nkind = 'stdout'\npath = 'x'", "no setting 'path'"),
    ],
)
def test_what_does_not_fit_is_told(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(UsageError) as error:
        read(tmp_path, text)
    assert why in str(error.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such file"):
        read_config(tmp_path / "none.toml")


def test_the_example_of_the_documentation(tmp_path: Path) -> None:
    from pathlib import Path as Paths

    page = (Paths(__file__).parents[2] / "docs" / "watch.md").read_text("utf-8")
    config = read(tmp_path, page.partition("```toml\n")[2].partition("```")[0])
    assert [each.kind for each in config.deliveries] == ["jsonl", "atom", "webhook", "mail", "stdout"]
