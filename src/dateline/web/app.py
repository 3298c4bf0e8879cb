"""The application: routes, guard, errors, files."""

from __future__ import annotations

from importlib import metadata, resources

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from dateline.web.caching import Kept
from dateline.web.failures import add_failures
from dateline.web.pages import ROUTERS
from dateline.web.security import Guard
from dateline.web.settings import ServeSettings

ABOUT = "The record behind the pages: events, mentions, reports and reference records, every one with its source."


def make_app(settings: ServeSettings) -> FastAPI:
    """The application that serves one record.

    Args:
        settings: Which record, and whom it answers.
    """
    app = FastAPI(
        title="Dateline", version=metadata.version("dateline"), description=ABOUT,
        docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json",
    )  # fmt: skip
    app.state.settings = settings
    app.state.kept = Kept(settings.record)
    app.state.version = metadata.version("dateline")
    app.add_middleware(Guard, settings=settings)
    add_failures(app)
    for router in ROUTERS:
        app.include_router(router)
    static = resources.files("dateline.web") / "static"
    app.mount("/static", StaticFiles(directory=str(static)), name="static")
    return app
