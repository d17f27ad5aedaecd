"""An answer written as a web archive: WARC 1.1, for the tools of archives."""

from __future__ import annotations

import hashlib
import io
import re
import uuid
from collections.abc import Mapping
from http.client import responses
from urllib.parse import quote, urlsplit

from checks.evidence.answers import Fetched

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_OF_THE_WAY = ("content-encoding", "transfer-encoding", "content-length", "connection", "keep-alive", "trailer")
_SECRET = ("authorization", "proxy-authorization", "cookie")
_LEFT = "x-archive-orig-"  # before the name of a header that is no longer true of the body, as web archives have it
_INFO = (
    "software: line-by-line",
    "format: WARC File Format 1.1",
    "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
    "description: Bodies are without their content coding and transfer coding; headers that told of these are kept"
    " under names that begin with " + _LEFT + ". Of redirects only the status and the address are known.",
)


def warc_of(fetched: Fetched, requested: Mapping[str, str]) -> bytes:
    """One fetched answer as a WARC 1.1 file, each record packed by gzip: the same answer is always the same bytes.

    `requested` are the headers it was asked with; those that hold secrets are left out. After the `warcinfo` come a
    request and a response for each redirect and for the final answer. Source: ISO 28500:2017.
    """
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="WARC/1.1")
    seed = hashlib.sha256(fetched.body).hexdigest() + fetched.at + fetched.url + fetched.final_url
    info = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, seed)}"

    def put(kind: str, url: str, number: int, more: dict[str, str], head: StatusAndHeaders | None, body: bytes) -> None:
        about = {"WARC-Record-ID": f"<{_id(info, kind, number)}>" if number else f"<{info}>", "WARC-Date": fetched.at}
        about |= {"WARC-Warcinfo-ID": f"<{info}>", **more} if number else {}
        writer.write_record(
            writer.create_warc_record(
                _address(url), kind, payload=io.BytesIO(body), length=len(body), http_headers=head,
                warc_headers_dict=about, warc_content_type="" if number else "application/warc-fields",
            )
        )  # fmt: skip

    put("warcinfo", "", 0, {}, None, "".join(f"{line}\r\n" for line in _INFO).encode())
    asked = [*((hop.url, hop.status) for hop in fetched.hops), (fetched.final_url, fetched.status)]
    for number, (url, status) in enumerate(asked, 1):
        last = number == len(asked)
        line = f"GET {_target(url)} HTTP/1.1"
        headers = [("Host", _address(urlsplit(url).netloc.rpartition("@")[2])), *_clean(requested, without=_SECRET)]
        put("request", url, number, {"WARC-Concurrent-To": f"<{_id(info, 'response', number)}>"},
            StatusAndHeaders(line, headers, is_http_request=True), b"")  # fmt: skip
        answered = _answered(fetched) if last else [("Location", _address(asked[number][0])), ("Content-Length", "0")]
        put("response", url, number, {}, StatusAndHeaders(_status(status), answered, protocol="HTTP/1.1"),
            fetched.body if last else b"")  # fmt: skip
    return out.getvalue()


def _answered(fetched: Fetched) -> list[tuple[str, str]]:
    """The headers of the answer, true of the body as it is kept."""
    kept = [(_LEFT + name if name in _OF_THE_WAY else name, value) for name, value in _clean(fetched.headers)]
    return [*kept, ("content-length", str(len(fetched.body)))]


def _clean(headers: Mapping[str, str], without: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Headers that cannot end a line or a record: names are tokens, values printed ASCII."""
    return [
        (name.lower(), quote(" ".join(_CONTROLS.sub(" ", value).split()), safe=_PRINTED)[:8000])
        for name, value in sorted(headers.items())
        if _TOKEN.fullmatch(name) and name.lower() not in (*without, "host")
    ]


_PRINTED = "".join(map(chr, range(0x20, 0x7F)))


def _id(info: str, kind: str, number: int) -> str:
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{info} {kind} {number}')}"


def _status(status: int) -> str:
    return f"{status} {responses.get(status, 'Unknown')}"


def _address(url: str) -> str:
    """An address as headers may hold it: printed ASCII without spaces."""
    return quote(_CONTROLS.sub("", url), safe=_PRINTED.replace(" ", "").replace("<", "").replace(">", ""))


def _target(url: str) -> str:
    parts = urlsplit(url)
    return _address((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
