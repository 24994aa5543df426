"""The server: a desk under uvicorn, on this machine alone unless a token guards it."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.web.app import application
from dragoman.web.desk import Desk
from dragoman.web.guard import hosts_of, is_loopback

#: Shorter tokens can be guessed.
SHORTEST_TOKEN = 16


def check_doors(host: str, token: str | None) -> None:
    """UsageError where the page would be open to others without a token, or with a poor one."""
    if token is not None and (len(token) < SHORTEST_TOKEN or not token.isascii() or not token.isprintable()):
        raise UsageError(
            f"a token has at least {SHORTEST_TOKEN} printable ASCII characters",
            where="--token",
            hint="for example what `openssl rand -hex 16` prints",
        )
    if token is None and not is_loopback(host):
        raise UsageError(
            f"on {host} others reach the page: it needs a token",
            where="--host",
            hint="--token TOKEN, or --host 127.0.0.1",
        )


def serve(
    path: str,
    *,
    name: str,
    host: str,
    port: int,
    token: str | None,
    names: tuple[str, ...] = (),
    allow_read: bool = False,
    lexicon: tuple[Path, ...] = (),
    ready: Callable[[str], None],
) -> None:
    """Answer until interrupted; `ready` is told the address once the port is ours. UsageError where it is taken."""
    import uvicorn

    check_doors(host, token)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named TCP, because asyncio sends small packets at once only where it knows the protocol.
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise UsageError(
                f"cannot listen on {host} port {port}: {reason}", hint="--port 0 takes a free one"
            ) from error
        desk = Desk(path, name=name, lexicon=lexicon)
        try:
            app = application(desk, hosts=hosts_of(host) | set(names), token=token, allow_read=allow_read)
            shown = f"[{host}]" if ":" in host else host
            config = uvicorn.Config(
                app,
                log_level="warning",
                access_log=False,
                server_header=False,
                limit_concurrency=200,
                timeout_keep_alive=20,
                h11_max_incomplete_event_size=32_768,
            )
            door.listen(128)
            ready(f"http://{shown}:{door.getsockname()[1]}/")
            uvicorn.Server(config).run(sockets=[door])
        finally:
            desk.close()
