"""A page as one HTML file: no script, no request; what reports wrote shows as text."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from dateline.export.dossier.blocks import (
    Block,
    Figure,
    Inline,
    Items,
    Link,
    Mark,
    Page,
    Paragraph,
    Quote,
    Ref,
    Section,
    Strong,
    Table,
    Text,
)
from dateline.export.dossier.escaping import escape, web_address

#: Nothing may be fetched or run, whatever a report says.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def html_page(page: Page) -> str:
    """The whole file."""
    links = "".join(f'<li><a href="#{each.id}">{escape(each.title)}</a></li>' for each in page.sections)
    notes = "".join(_note(number, text) for number, text in enumerate(page.notes, start=1))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(page.title)}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n"
        f"<header><h1>{escape(page.title)}</h1><p>{_text(page.lead)}</p></header>\n"
        f'<nav aria-label="Parts"><ul>{links}<li><a href="#sources">Sources</a></li></ul></nav>\n<main>\n'
        f"{''.join(map(_section, page.sections))}"
        f'<section id="sources"><h2>Sources</h2><ol class="notes">{notes}</ol></section>\n</main>\n</body>\n</html>\n'
    )


def _style() -> str:
    return files(__package__).joinpath("page.css").read_text("utf-8")


def _section(section: Section) -> str:
    body = "".join(part for block in section.blocks for part in _block(block))
    return f'<section id="{section.id}"><h2>{escape(section.title)}</h2>\n{body}</section>\n'


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text=text, small=small):
            kind = ' class="small"' if small else ""
            yield f"<p{kind}>{_text(text)}</p>\n"
        case Items(items=items):
            entries = "".join(f"<li>{_text(each)}</li>" for each in items)
            yield f"<ul>{entries}</ul>\n"
        case Quote(words=words, by=by, about=about):
            quoted = f"<p><q>{escape(words)}</q></p>" if words else ""
            yield f"<blockquote>{quoted}<footer>— {_text(by)}</footer></blockquote>"
            yield f'<p class="about">{_text(about)}</p>\n'
        case Table():
            yield _table(block)
        case Figure(svg=svg, caption=caption):
            yield f"<figure>{svg}<figcaption>{_text(caption)}</figcaption></figure>\n"


def _table(table: Table) -> str:
    def cell(number: int, text: Text) -> str:
        kind = ' class="number"' if number in table.numeric else ""
        return f'<th scope="row">{_text(text)}</th>' if number == 0 else f"<td{kind}>{_text(text)}</td>"

    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in table.columns)
    cells = ["".join(cell(number, text) for number, text in enumerate(row)) for row in table.rows]
    rows = "".join(f"<tr>{each}</tr>\n" for each in cells)
    return (
        f'<div class="wide"><table><caption>{_text(table.caption)}</caption><thead><tr>{head}</tr></thead>\n'
        f"<tbody>{rows}</tbody></table></div>\n"
    )


def _note(number: int, text: Text) -> str:
    return f'<li id="note-{number}">{_text(text)}</li>\n'


def _text(text: Text) -> str:
    return "".join(map(_inline, text))


def _inline(part: Inline) -> str:
    match part:
        case Ref(numbers=numbers):
            links = ", ".join(f'<a href="#note-{number}">{number}</a>' for number in numbers)
            return f"<sup>{links}</sup>"
        case Link(words=words, url=url):
            address = web_address(url)
            if address is None:
                return escape(words)
            return f'<a href="{escape(address)}" rel="noreferrer noopener nofollow">{escape(words)}</a>'
        case Mark(words=words, tone=tone):
            return f'<span class="mark {escape(tone)}">{escape(words)}</span>'
        case Strong(words=words):
            return f"<strong>{escape(words)}</strong>"
        case _:
            return escape(part)
