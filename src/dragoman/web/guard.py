"""What stands before every answer: the Host is one of ours, the token is right, nothing is too long; and the headers.

No cookie is set or read. A browser gives the token by HTTP basic authentication (any name, the token as password), a
program by `Authorization: Bearer TOKEN`.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import ipaddress
import socket
from collections.abc import Iterable
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.web.problems import Problem, problem_answer

#: Nothing from outside, nothing inline; `data:` pictures are none of ours but what a browser draws for a form.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
#: Characters of an address with its question, and bytes of a body (`POST /read` has its own, smaller limit).
LONGEST_ADDRESS = 4_000
LONGEST_BODY = 2_000_000


def is_loopback(host: str) -> bool:
    """Does this name or number reach this machine alone?"""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def hosts_of(host: str) -> frozenset[str]:
    """What a Host header may say where we listen on `host`; every number of this machine where that is 0.0.0.0."""
    names = {host.lower()} | (LOOPBACK if is_loopback(host) or _is_any(host) else set())
    if _is_any(host):
        names |= {socket.gethostname().lower(), ANY_NUMBER}
    return frozenset(names)


#: In a set of hosts: every address written as a number is ours (with a token; a name could be another's).
ANY_NUMBER = "*number*"


def _is_any(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False


class Guard:
    """ASGI middleware around the whole application."""

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str], token: str | None) -> None:
        self.app, self.hosts, self.token = app, frozenset(hosts), token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        problem = self._refusal(scope)
        if problem is None:
            await self.app(scope, receive, sealed)
        else:
            await problem_answer(Request(scope), problem)(scope, receive, sealed)

    def _refusal(self, scope: Scope) -> Problem | None:
        headers = Headers(scope=scope)
        if not self._is_ours(headers.get("host", "")):
            return Problem(421, "wrong-host", "This server does not answer under that name.")
        if len(scope["raw_path"] or b"") + len(scope["query_string"]) > LONGEST_ADDRESS:
            return Problem(414, "address-too-long", f"Addresses end at {LONGEST_ADDRESS} characters.")
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length[:18]) > LONGEST_BODY:
            return Problem(413, "too-large", f"A body may hold {LONGEST_BODY:,} bytes.")
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return Problem(405, "method", "The page reads; only GET and HEAD are answered.", {"Allow": "GET, HEAD"})
        if self.token and not self._knows_token(headers.get("authorization", "")):
            return Problem(401, "token", "Give the token as password, under any name.", ASKS)
        return None

    def _is_ours(self, host: str) -> bool:
        name = host.lower()
        name = name[1:].partition("]")[0] if name.startswith("[") else name.partition(":")[0]
        if name in self.hosts:
            return True
        return ANY_NUMBER in self.hosts and _is_number(name)

    def _knows_token(self, given: str) -> bool:
        scheme, _, value = given.partition(" ")
        if scheme.lower() == "basic":
            try:
                value = base64.b64decode(value.strip(), validate=True).decode("utf-8", "replace").partition(":")[2]
            except (binascii.Error, ValueError):
                return False
        elif scheme.lower() != "bearer":
            return False
        return hmac.compare_digest(value.strip().encode(), (self.token or "").encode())


ASKS: dict[str, Any] = {"WWW-Authenticate": 'Basic realm="Dragoman", charset="UTF-8"'}


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
