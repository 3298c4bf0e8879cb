"""A page as Markdown, with footnotes; drawings are left to HTML, their words stay."""

from __future__ import annotations

from collections.abc import Iterator

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
    Strong,
    Table,
    Text,
)
from dateline.export.dossier.escaping import escape_markdown, web_address


def markdown(page: Page) -> str:
    """The page; footnotes as ``[^1]``."""
    parts = [f"# {escape_markdown(page.title)}", _text(page.lead)]
    for section in page.sections:
        parts.append(f"## {escape_markdown(section.title)}")
        parts += [part for block in section.blocks for part in _block(block)]
    parts += [f"[^{number}]: {_text(note)}" for number, note in enumerate(page.notes, start=1)]
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text=text):
            yield _text(text)
        case Items(items=items):
            yield "\n".join(f"- {_text(each)}" for each in items)
        case Quote(words=words, by=by, about=about):
            yield f"> “{escape_markdown(words)}”\n>\n> — {_text(by)}\n\n{_text(about)}"
        case Table(caption=caption, columns=columns, rows=rows, numeric=numeric):
            yield _text(caption)
            rule = ["---:" if number in numeric else "---" for number in range(len(columns))]
            head = [escape_markdown(each) for each in columns]
            yield "\n".join(_row(cells) for cells in (head, rule, *([_text(cell) for cell in row] for row in rows)))
        case Figure(caption=caption):
            yield f"*{_text(caption)}*"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _text(text: Text) -> str:
    return "".join(map(_inline, text))


def _inline(part: Inline) -> str:
    match part:
        case Ref(numbers=numbers):
            return "".join(f"[^{number}]" for number in numbers)
        case Link(words=words, url=url):
            address = web_address(url)
            return f"[{escape_markdown(words)}](<{address}>)" if address else escape_markdown(words)
        case Mark(words=words):
            return f"**[{escape_markdown(words)}]**".replace("[", "\\[").replace("]", "\\]")
        case Strong(words=words):
            return f"**{escape_markdown(words)}**"
        case _:
            lead, tail = part[:1].isspace(), part[-1:].isspace()
            return f"{' ' if lead else ''}{escape_markdown(part)}{' ' if tail and part.strip() else ''}"
