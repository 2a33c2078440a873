"""`dragoman serve`: the desk in a browser, and the API."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.cli import asking, deciding

if TYPE_CHECKING:
    from dragoman.hosting.ground import Ground
    from dragoman.settings import Settings
    from dragoman.store.store import Store

PORT = 8000
_DESCRIPTION = """\
Serve a case as pages and API until it is interrupted.

On this machine alone (127.0.0.1) the one user needs no login. An address that others reach is refused unless the case has
members (`dragoman user add`); once it has, everybody signs in. TLS belongs to a proxy in front."""

_EXAMPLES = """\
examples:
  dragoman serve --case lenn
  dragoman serve --case lenn --port 8080 --open          opens a browser
  dragoman serve --case lenn --host 0.0.0.0              for a team: asks everybody to sign in
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = commands.add_parser(
        "serve",
        help="the desk in a browser, and the API",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    asking.add_case(parser)
    add_place(parser)
    deciding.add_by(parser)
    parser.add_argument("--pipeline", metavar="NAME", help="an installed spaCy pipeline (or DRAGOMAN_PIPELINE)")
    parser.add_argument("--workers", type=asking.count, metavar="N", help="processes to read with (default 1)")
    parser.set_defaults(run=_run)


def add_place(parser: argparse.ArgumentParser) -> None:
    """Add the flags that say where to serve."""
    parser.add_argument("--host", default="127.0.0.1", metavar="HOST", help="the address (default 127.0.0.1)")
    parser.add_argument("--port", type=_port, default=PORT, metavar="PORT", help=f"the port (default {PORT}; 0: any)")
    parser.add_argument("--open", action="store_true", help="open a browser")


def _port(written: str) -> int:
    if not (written.isascii() and written.isdigit()) or int(written) > 65535:
        raise argparse.ArgumentTypeError(f"{written!r} is no port; write a number up to 65535")
    return int(written)


def _run(asked: argparse.Namespace) -> int:
    with asking.opened(asked) as store:
        return serve(asked, store, asking.settings_of(asked))


def serve(asked: argparse.Namespace, store: Store, settings: Settings) -> int:
    """Serve a case until it is interrupted."""
    from dragoman.cli.hosted import Hosted
    from dragoman.serving import make_desk

    ground = ground_of(asked, store, settings)
    with Hosted(make_desk(ground), asked.host, asked.port) as hosted:
        print(f"the desk of {ground.name}: {hosted.address}   (Ctrl-C ends it)", flush=True)
        if asked.open:
            import webbrowser

            webbrowser.open(hosted.address)
        hosted.wait()
    return 0


def ground_of(asked: argparse.Namespace, store: Store, settings: Settings) -> Ground:
    """Return what the desk of a case stands on, at the address that a command names."""
    from dragoman.serving import make_ground

    name = (settings.case or Path()).resolve().name
    return make_ground(store, settings, name=name, host=asked.host, by=deciding.by_of(settings), now=asking.now)
