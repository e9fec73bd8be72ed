"""Ask one machine for one thing over HTTP: bounded in size and in time, whatever the other side does."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import certifi

from ..doors.folder import LARGEST_FILE
from .refused import NotDoneError
from .target import PORTS, Target

AUTOMATIC = zlib.MAX_WBITS + 32  # zlib’s word for "gzip or zlib, as the data themselves say"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    """By name in lower case; of a name that comes twice, the first."""
    body: bytes


def ask(target: Target, ips: Sequence[str], headers: Mapping[str, str], patience: float) -> Answer:
    """One GET, to the first of the machines that answers. Takes at most `patience` seconds. Raises NotDoneError."""
    connection = _Connection(target, ips, patience)
    cut = threading.Timer(patience, connection.cut)
    cut.daemon = True
    cut.start()
    try:
        connection.request("GET", target.path, headers=dict(headers))
        answer = _read(connection.getresponse())
        if connection.is_cut:  # what was cut off looks like an answer that ended
            raise TimeoutError
        return answer
    except ssl.SSLCertVerificationError as error:
        problem = f"the certificate of {target.host} is not valid ({error.verify_message})"
        raise NotDoneError(problem, "open the page in a browser and save it") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        if connection.is_cut or isinstance(error, TimeoutError):
            raise NotDoneError(f"no whole answer within {patience:g} seconds", "try later", later=True) from None
        raise NotDoneError(f"the connection failed ({_reason(error)})", "try later", later=True) from None
    finally:
        cut.cancel()
        connection.close()


def _reason(error: Exception) -> str:
    """One printable line, since parts of it are the server's words."""
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return "".join(char if char.isprintable() else " " for char in said)[:100]


class _Connection(http.client.HTTPConnection):
    """To a machine that was checked before. `cut` ends it from another thread: a server that sends a byte now and then
    keeps every single read within its time."""

    def __init__(self, target: Target, ips: Sequence[str], patience: float) -> None:
        super().__init__(target.host, target.port, timeout=patience)
        self.is_cut = False
        self._ips = ips
        self._wire: socket.socket | None = None  # http.client drops its own while the answer is still being read
        self._secure = target.scheme == "https"
        self.default_port = PORTS[target.scheme]  # which the Host header leaves out

    def connect(self) -> None:
        self.sock = self._wire = self._reach()
        if self._secure:
            wrapped = _context().wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
            self.sock = self._wire = wrapped
            wrapped.do_handshake()
        if self.is_cut:
            raise TimeoutError

    def _reach(self) -> socket.socket:
        failure = OSError("no address")
        for ip in self._ips:
            try:
                return socket.create_connection((ip, self.port), self.timeout)
            except OSError as error:
                failure = error
            if self.is_cut:
                break
        raise failure

    def cut(self) -> None:
        self.is_cut = True
        if self._wire is not None:
            try:
                socket.socket.shutdown(self._wire, socket.SHUT_RDWR)
            except OSError:  # it ended by itself meanwhile
                return


def _context() -> ssl.SSLContext:
    """Trusts what the machine trusts, and the authorities that browsers trust: some Pythons know of none."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _read(response: http.client.HTTPResponse) -> Answer:
    body = _bounded(response.read)
    if response.length:  # what Content-Length promised and did not come
        raise http.client.IncompleteRead(body, response.length)
    headers: dict[str, str] = {}
    for name, value in response.getheaders():
        headers.setdefault(name.lower(), value)
    coding = headers.get("content-encoding", "identity").strip().lower()
    if coding in ("gzip", "x-gzip", "deflate"):
        unpack = zlib.decompressobj(AUTOMATIC)
        try:
            body = _bounded(lambda most: unpack.decompress(body, most))
            if not unpack.eof:
                raise http.client.IncompleteRead(body)
        except zlib.error:
            raise NotDoneError("the answer cannot be unpacked", "try later", later=True) from None
    elif coding != "identity":
        raise NotDoneError("the answer is packed in a way that was not asked for", "save the page in a browser")
    return Answer(response.status, headers, body)


def _bounded(read: Callable[[int], bytes]) -> bytes:
    body = read(LARGEST_FILE + 1)
    if len(body) > LARGEST_FILE:
        raise NotDoneError(f"larger than {LARGEST_FILE // 1_000_000} MB", "save the report's text alone")
    return body
