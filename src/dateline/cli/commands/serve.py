"""``dateline serve``: the record as pages and JSON."""

from __future__ import annotations

import click

from dateline.cli.recording import record_option
from dateline.cli.talk import say
from dateline.record import open_record, record_path


@click.command(
    "serve",
    epilog="""\b
Examples:
  dateline serve --record demo.db
  dateline serve --read-only --port 9000
  DATELINE_TOKEN=… dateline serve --host 0.0.0.0 --name dateline.example.org
""",
)
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Where to listen; beyond this machine with a token."
)
@click.option("--port", type=click.IntRange(1, 65_535), default=8765, show_default=True, help="Port to listen on.")
@click.option("--read-only", is_flag=True, help="Refuse every change.")
@click.option("--token", envvar="DATELINE_TOKEN", help="What clients elsewhere must send; or DATELINE_TOKEN.")
@click.option("--name", "names", multiple=True, help="A host name under which the server may be asked; repeatable.")
@record_option
def command(
    host: str, port: int, read_only: bool, token: str | None, names: tuple[str, ...], record: str | None
) -> None:
    """Serve the record at http://127.0.0.1:8765: pages that read without JavaScript, and JSON under /api/v1."""
    import uvicorn

    from dateline.web import ServeSettings, make_app

    path = record_path(record)
    settings = ServeSettings(record=path, host=host, port=port, read_only=read_only, token=token, names=names)
    open_record(path, create=False).close()
    say(f"serving {path} at http://{host}:{port}/ (Ctrl-C ends it)")
    uvicorn.run(make_app(settings), host=host, port=port, log_level="warning", server_header=False)
