"""One shape for every error: what failed, why, and the next step; as a page for people, as JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.exceptions import HTTPException, RequestValidationError
from starlette.responses import JSONResponse, Response

from dateline.errors import DatelineError, StoreError, UsageError

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.requests import Request

_NOT_FOUND = 404


def wants_json(request: Request) -> bool:
    """Whether a program asks."""
    path = request.url.path
    return path.startswith("/api/") or path.endswith((".json", ".csv", ".geojson", ".atom"))


def failure(request: Request, status: int, what: str, why: str, next_step: str) -> Response:
    """The answer to a request that failed."""
    error = {"status": status, "what": what, "why": why, "next_step": next_step}
    if wants_json(request):
        return JSONResponse({"error": error}, status_code=status)
    from dateline.web.rendering import page

    return page(request, "failure.html", {"error": error}, status=status)


def status_of(error: DatelineError) -> int:
    """The HTTP status of one of our errors."""
    if isinstance(error, UsageError):
        return _NOT_FOUND if error.what.startswith("no ") and "the record has none of that id" in error.why else 400
    return 503 if isinstance(error, StoreError) else 500


def add_failures(app: FastAPI) -> None:
    """Have the application answer errors in our one shape."""

    @app.exception_handler(DatelineError)
    def ours(request: Request, error: DatelineError) -> Response:
        return failure(request, status_of(error), error.what, error.why, error.next_step)

    @app.exception_handler(HTTPException)
    def theirs(request: Request, error: HTTPException) -> Response:
        why = str(error.detail)
        return failure(
            request, error.status_code, f"cannot answer {request.url.path}", why, "the list of pages is at /"
        )

    @app.exception_handler(_NOT_FOUND)
    def missing(request: Request, _: Exception) -> Response:
        return failure(
            request, _NOT_FOUND, f"no page {request.url.path}", "there is none at that address", "start at /"
        )

    @app.exception_handler(RequestValidationError)
    def malformed(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"][1:])
        return failure(request, 400, f"{where} does not fit", str(first["msg"]), "the form of every call is at /api")
