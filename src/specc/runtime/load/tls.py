"""TLS between the bytes of a message and those of a socket, without a system call of its own."""

from __future__ import annotations

import ssl

from gevent import socket

from specc.runtime.connection import tls_context

_CHUNK = 1 << 16


class Tls:
    """The TLS of one connection, once `shake_hands` has returned."""

    def __init__(self, host: str) -> None:
        self._incoming = ssl.MemoryBIO()
        self._outgoing = ssl.MemoryBIO()
        self._session = tls_context().wrap_bio(self._incoming, self._outgoing, server_hostname=host)

    def shake_hands(self, sock: socket.socket) -> None:
        """Agree with the server. Raises OSError (also ssl.SSLError) where that fails."""
        while True:
            try:
                self._session.do_handshake()
            except ssl.SSLWantReadError:
                self._flush(sock)
                data = sock.recv(_CHUNK)
                if not data:
                    raise ConnectionResetError("closed during the TLS handshake") from None
                self._incoming.write(data)
            else:
                self._flush(sock)
                return

    def _flush(self, sock: socket.socket) -> None:
        if self._outgoing.pending:
            sock.sendall(self._outgoing.read())

    def encrypted(self, data: bytes) -> bytes:
        """What is to be sent so that the server reads `data`."""
        self._session.write(data)
        return self._outgoing.read()

    def decrypted(self, data: bytes) -> bytes | None:
        """What the server has said; None if that is nothing yet, b"" at the end of it."""
        if data:
            self._incoming.write(data)
        else:
            self._incoming.write_eof()
        parts = []
        try:
            while part := self._session.read(_CHUNK):
                parts.append(part)
        except ssl.SSLWantReadError:
            return b"".join(parts) or None
        except (ssl.SSLEOFError, ssl.SSLZeroReturnError):
            pass
        return b"".join(parts)
