"""A release over http or https, into a folder of its own, so that it can be judged like any other.

A server is not trusted: only the files that the manifest lists are asked for, each under a plain name and no longer
than the manifest says, and no redirection leads to another kind of address.

Belongs here: fetching. Does not: judging what came (see `verdict`).
"""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.release.errors import ReleaseError
from pipeline.release.manifest import MANIFEST, SUMS, read_manifest

SCHEMES = ("http", "https")
LARGEST_MANIFEST = 64 * 2**20
"""Bytes that are read of the two files that no other one limits: enough for a million inputs."""

_TIMEOUT = 60.0
"""Seconds without an answer after which a server is given up."""

_PIECE = 2**20


class _SameKindOfAddress(urllib.request.HTTPRedirectHandler):
    """Follows a redirection only to an address of `SCHEMES`: the library would go on to FTP."""

    def redirect_request(  # type: ignore[no-untyped-def]
        self, req, fp, code, msg, headers, newurl: str
    ) -> urllib.request.Request | None:
        if urlsplit(newurl).scheme not in SCHEMES:
            raise ReleaseError(f"{req.full_url} leads to {newurl}, and a release is read over http or https alone")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch_release(url: str, folder: Path) -> None:
    """Fetches all files of a release that its server has; what is missing there is missing here.

    Args:
        url: of the release's folder, http or https.
        folder: an empty one.

    Raises:
        ReleaseError: the address is of another kind, the server cannot be reached, or what it has is no release.
    """
    if urlsplit(url).scheme not in SCHEMES:
        raise ReleaseError(f"{url}: a release is read over http or https; for one on this machine name its folder")
    opener = urllib.request.build_opener(_SameKindOfAddress)
    for name in (MANIFEST, SUMS):
        _fetch(opener, url, name, folder, LARGEST_MANIFEST)
    for name, entry in read_manifest(folder).files.items():
        _fetch(opener, url, name, folder, entry.bytes)


def _fetch(opener: urllib.request.OpenerDirector, url: str, name: str, folder: Path, most: int) -> None:
    address = f"{url.rstrip('/')}/{name}"
    try:
        with opener.open(address, timeout=_TIMEOUT) as answer, (folder / name).open("wb") as file:
            # One byte more than there should be is enough for the file to be found at fault.
            left = most + 1
            while left > 0 and (piece := answer.read(min(left, _PIECE))):
                file.write(piece)
                left -= len(piece)
    except urllib.error.HTTPError as error:
        if error.code not in (404, 410):
            raise ReleaseError(f"{address}: the server says {error.code} {error.reason}; try again later") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise ReleaseError(f"{address} cannot be fetched: {error}") from error
