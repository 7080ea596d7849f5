"""`cityfigures verify` on the committed releases: by version, folder and address, with the status of the contract."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipeline.cli import app
from pipeline.release import ReleaseError, fetch_release

OUTPUTS = Path(__file__).parents[2] / "outputs"
VERSION = "0.1.0"


def verify(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["verify", *(str(each) for each in arguments)])


class Quiet(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path.startswith("/elsewhere"):
            self.send_response(302)
            self.send_header("Location", "ftp://127.0.0.1/release")
            self.end_headers()
        elif self.path.startswith("/broken"):
            self.send_error(503)
        else:
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of a release that may be spoilt."""
    copy = tmp_path / VERSION
    shutil.copytree(OUTPUTS / "releases" / VERSION, copy)
    for path in copy.iterdir():
        path.chmod(0o644)
    return copy


@pytest.fixture
def server(folder: Path) -> Iterator[str]:
    """Serves the folder that the copy lies in."""
    handler = functools.partial(Quiet, directory=str(folder.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as served:
        thread = threading.Thread(target=served.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{served.server_port}"
        served.shutdown()
        thread.join()


def test_a_version_and_a_folder(folder: Path) -> None:
    for done in (verify(VERSION, "--outputs", OUTPUTS), verify(folder)):
        assert done.exit_code == 0, done.stderr
        assert done.stdout.startswith(f"{VERSION} is sound: ")


def test_faults_go_to_standard_error_and_make_the_status_one(folder: Path) -> None:
    (folder / "levels.csv").write_bytes(b"torn")
    done = verify(folder)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "levels.csv: has 4 bytes" in done.stderr
    assert done.stderr.splitlines()[-1].startswith(f"{VERSION} is not sound: ")


def test_an_address(server: str, folder: Path) -> None:
    assert verify(f"{server}/{VERSION}/").exit_code == 0
    (folder / "units.csv").unlink()
    (folder / "places.csv").write_bytes((folder / "places.csv").read_bytes() + b"more" * 100)
    done = verify(f"{server}/{VERSION}")
    assert done.exit_code == 1
    assert "units.csv: is missing" in done.stderr
    size = (OUTPUTS / "releases" / VERSION / "places.csv").stat().st_size
    assert f"places.csv: has {size + 1} bytes" in done.stderr


@pytest.mark.parametrize(
    ("path", "told"), [("nothing", "is missing"), ("elsewhere", "http or https alone"), ("broken", "503")]
)
def test_an_address_without_a_release(server: str, path: str, told: str) -> None:
    done = verify(f"{server}/{path}")
    assert done.exit_code == 1
    assert told in done.stderr


@pytest.mark.parametrize("asked", ["file:///etc", "ftp://example.org/release", "s3://bucket/release", "no-such-folder"])
def test_what_is_no_release_to_look_for_is_a_fault_of_the_command_line(asked: str) -> None:
    assert verify(asked).exit_code == 2


def test_a_version_that_is_not_there(tmp_path: Path) -> None:
    done = verify("9.9.9", "--outputs", OUTPUTS)
    assert done.exit_code == 1
    assert "it holds:" in done.stderr
    assert verify("--outputs", tmp_path).exit_code == 1


def test_only_web_addresses_are_fetched(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="over http or https"):
        fetch_release((OUTPUTS / "releases" / VERSION).resolve().as_uri(), tmp_path)
    assert list(tmp_path.iterdir()) == []
