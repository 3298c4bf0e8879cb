"""A dossier as Markdown, as JSON, and as one HTML file that asks for nothing from anywhere."""

from __future__ import annotations

from dateline.export.dossier.html_page import html_page
from dateline.export.dossier.markdown import markdown
from dateline.export.dossier.objects import dossier_object
from dateline.export.dossier.page import page_of
from dateline.query.asking.dossier import Dossier

__all__ = ["dossier_html", "dossier_markdown", "dossier_object"]


def dossier_html(dossier: Dossier) -> str:
    """One self-contained HTML file; what reports wrote shows as text."""
    return html_page(page_of(dossier))


def dossier_markdown(dossier: Dossier) -> str:
    """Markdown with footnotes."""
    return markdown(page_of(dossier))
