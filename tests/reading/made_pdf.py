"""PDF files made by hand for the tests: real objects, fonts, ligatures and locks, and no library."""

from __future__ import annotations

import hashlib
import zlib

Line = tuple[float, float, float, str]  # x and y of its start, in points from the lower left; size; words

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_PERMISSIONS = -4
_IDENTITY = b"0123456789abcdef"
_FONT = (
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
    b"/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /fi /fl] >> >>"
)


def drawn(lines: list[Line]) -> bytes:
    """The drawing of a page; `ﬁ` and `ﬂ` become the ligatures of the font."""
    orders = []
    for x, y, size, words in lines:
        shown = words.replace("ﬁ", "\x01").replace("ﬂ", "\x02").encode("cp1252")
        for sign in (b"\\", b"(", b")"):
            shown = shown.replace(sign, b"\\" + sign)
        orders.append(b"BT /F1 %g Tf %g %g Td (%s) Tj ET" % (size, x, y, shown))
    return b"\n".join(orders)


def column(words: list[str], x: float, y: float, size: float = 11, lead: float = 14) -> list[Line]:
    """Lines one below the other; an empty one leaves a gap."""
    return [(x, y - number * lead, size, line) for number, line in enumerate(words) if line]


def pdf(pages: list[bytes], title: str = "", password: str | None = None, packed: bool = False) -> bytes:
    """A PDF 1.4 of these drawings, locked with 40-bit RC4 where a password is given (PDF 1.4, algorithms 3.1 to 3.4)."""
    key, owner = _key(password) if password is not None else (b"", b"")
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 3: _FONT}
    kids = []
    for drawing in pages:
        number = 4 + 2 * len(kids)
        data = zlib.compress(drawing) if packed else drawing
        if key:
            data = _rc4(
                hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0", usedforsecurity=False).digest()[:10], data
            )
        packing = b" /Filter /FlateDecode" if packed else b""
        objects[number] = b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(data), packing, data)
        objects[number + 1] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % number
        )
        kids.append(number + 1)
    objects[2] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    last, trailer = max(objects), b""
    if title:
        objects[last + 1] = b"<< /Title (%s) >>" % title.encode("cp1252")
        trailer = b" /Info %d 0 R" % (last + 1)
    if key:
        user = _rc4(key, _PADDING)
        objects[last + 1] = b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P %d >>" % (
            owner.hex().encode(), user.hex().encode(), _PERMISSIONS,
        )  # fmt: skip
        identity = _IDENTITY.hex().encode()
        trailer = b" /Encrypt %d 0 R /ID [<%s> <%s>]" % (last + 1, identity, identity)
    return _file(objects, trailer)


def _file(objects: dict[int, bytes], trailer: bytes) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number in sorted(objects):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)


def _key(password: str) -> tuple[bytes, bytes]:
    padded = (password.encode() + _PADDING)[:32]
    owner = _rc4(hashlib.md5(padded, usedforsecurity=False).digest()[:5], padded)
    permitted = _PERMISSIONS.to_bytes(4, "little", signed=True)
    return hashlib.md5(padded + owner + permitted + _IDENTITY, usedforsecurity=False).digest()[:5], owner


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
