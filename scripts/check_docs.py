"""Documentation against the code: every command documented, every local link alive, the accuracy table current.

usage: python scripts/check_docs.py [--write]

``--write`` puts the accuracy table of docs/accuracy.json into README.md.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from dateline.cli.app import COMMANDS
from dateline.vocab.listing import names

ROOT = Path(__file__).resolve().parents[1]
BEGIN, END = "<!-- accuracy: begin -->", "<!-- accuracy: end -->"
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
#: Traces of one machine that must not stand in a document.
MACHINE = re.compile(r"(?<![\w.])/(?:home|root|work|tmp|Users)/\w+")


def main() -> None:
    """Check; with ``--write`` bring the table up to date first."""
    if "--write" in sys.argv:
        readme = ROOT / "README.md"
        readme.write_text(_with_table(readme.read_text("utf-8")), "utf-8")
    wrong = [*_commands(), *_vocabularies(), *_links(), *_table()]
    for line in wrong:
        sys.stderr.write(line + "\n")
    if wrong:
        sys.exit(1)
    sys.stdout.write("docs: commands, vocabularies, links and the accuracy table are as the code has them\n")


def _pages() -> Iterator[tuple[Path, str]]:
    for path in [*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/**/*.md")), *sorted(ROOT.glob("training/*.md"))]:
        yield path, path.read_text("utf-8")


def _commands() -> Iterator[str]:
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    documented = set(re.findall(r"^## `dateline (\w+)`", page, flags=re.MULTILINE))
    for name in sorted(COMMANDS.keys() - documented):
        yield f"docs/commands.md: no section on `dateline {name}`"
    for name in sorted(documented - COMMANDS.keys()):
        yield f"docs/commands.md: `dateline {name}` is documented and does not exist"


def _vocabularies() -> Iterator[str]:
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    for name in names():
        if f"`{name}`" not in page:
            yield f"docs/commands.md: vocabulary `{name}` is not named"


def _links() -> Iterator[str]:
    for path, text in _pages():
        for target in LINK.findall(text):
            if "://" not in target and not target.startswith("mailto:") and not (path.parent / target).exists():
                yield f"{path.relative_to(ROOT)}: dead link {target}"
        for trace in MACHINE.findall(text):
            yield f"{path.relative_to(ROOT)}: path of a machine: {trace}"


def _table() -> Iterator[str]:
    text = (ROOT / "README.md").read_text("utf-8")
    if text != _with_table(text):
        yield "README.md: the accuracy table differs from docs/accuracy.json; run scripts/check_docs.py --write"


def _with_table(text: str) -> str:
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{_accuracy()}\n{END}{after}"


def _accuracy() -> str:
    held = json.loads((ROOT / "docs" / "accuracy.json").read_text("utf-8"))
    lines = ["| figure | precision | recall | F1 | gold |", "|---|---|---|---|---|"]
    for name in ("typed", "triple", "actor", "arms", "arms+item", "claims"):
        row = held[name]
        lines.append(f"| {name} | {row['p']:.3f} | {row['r']:.3f} | **{row['f1']:.3f}** | {row['gold']} |")
    lines += ["", f"Macro F1 over types {held['typed_macro_f1']:.3f}. Accuracy on typed matches: "]
    lines[-1] += ", ".join(f"{name} {share['value']:.3f}" for name, share in held["accuracy"].items()) + "."
    lines += ["", "| type | precision | recall | F1 | gold |", "|---|---|---|---|---|"]
    for name, row in sorted(held["by_type"].items(), key=lambda item: -item[1]["f1"]):
        lines.append(f"| {name} | {row['p']:.3f} | {row['r']:.3f} | {row['f1']:.3f} | {row['gold']} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
