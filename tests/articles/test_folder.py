from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.articles import REASONS, Rejection, read_folder

Stored = Callable[..., str]
Write = Callable[[str, str | bytes], Path]

# Shapes near to a usable article, so that the law below is tried behind the first check too.
NEARLY = st.builds(
    lambda front, text: b"---\n" + front + b"\n---\n" + text,
    st.binary(max_size=60) | st.just(b"title: a\npublished: 2019"),
    st.binary(max_size=60),
)


def reasons(rejections: tuple[Rejection, ...]) -> dict[str, str]:
    return {rejection.file: rejection.reason for rejection in rejections}


def test_articles_come_by_id_and_rejections_by_path(tmp_path: Path, write: Write, stored: Stored) -> None:
    for name in ("z/a.md", "b.txt", "c.md"):
        write(name, stored())
    write("z.md", "no front matter")
    write("a/d.html", "<p>")
    reading = read_folder(tmp_path)
    assert [(article.article_id, article.file) for article in reading.articles] == [
        ("a", "z/a.md"),
        ("b", "b.txt"),
        ("c", "c.md"),
    ]
    assert list(reasons(reading.rejections).items()) == [("a/d.html", "unknown_format"), ("z.md", "no_front_matter")]


def test_what_is_not_meant_as_an_article_is_passed_over(tmp_path: Path, write: Write, stored: Stored) -> None:
    for name in ("README.md", "articles/README.md", ".hidden.md", ".git/a.md", "corrections.yaml"):
        write(name, "x")
    write("articles/a.md", stored())
    reading = read_folder(tmp_path)
    assert [article.file for article in reading.articles] == ["articles/a.md"]
    assert reading.rejections == ()


def test_corrections_below_the_top_are_no_corrections(tmp_path: Path, write: Write) -> None:
    write("articles/corrections.yaml", "x")
    assert reasons(read_folder(tmp_path).rejections) == {"articles/corrections.yaml": "unknown_format"}


def test_two_texts_with_one_id_are_both_rejected(tmp_path: Path, write: Write, stored: Stored) -> None:
    write("a.md", stored("One 1."))
    write("a.txt", stored("Two 2."))
    write("b.md", stored())
    reading = read_folder(tmp_path)
    assert [article.article_id for article in reading.articles] == ["b"]
    assert reasons(reading.rejections) == {"a.md": "duplicate_id", "a.txt": "duplicate_id"}
    assert "claimed by a.txt too" in reading.rejections[0].detail


def test_of_equal_copies_the_first_by_path_is_kept(tmp_path: Path, write: Write, stored: Stored) -> None:
    for name in ("a.txt", "a.md", "sub/a.md"):
        write(name, stored())
    reading = read_folder(tmp_path)
    assert [article.file for article in reading.articles] == ["a.md"]
    assert reasons(reading.rejections) == {"a.txt": "duplicate_id", "sub/a.md": "duplicate_id"}


def test_equal_texts_of_different_dates_are_no_copies(tmp_path: Path, write: Write, stored: Stored) -> None:
    write("a.md", stored())
    write("a.txt", stored(published="2020"))
    assert read_folder(tmp_path).articles == ()


def test_a_link_is_followed_inside_the_folder_only(tmp_path: Path, stored: Stored) -> None:
    folder = tmp_path / "raw"
    folder.mkdir()
    (tmp_path / "outside.md").write_text(stored())
    (folder / "inside.md").write_text(stored())
    (folder / "good.md").symlink_to(folder / "inside.md")
    (folder / "out.md").symlink_to(tmp_path / "outside.md")
    (folder / "broken.md").symlink_to(folder / "absent.md")
    (folder / "sub").symlink_to(tmp_path)
    reading = read_folder(folder)
    assert [article.article_id for article in reading.articles] == ["good", "inside"]
    assert reasons(reading.rejections) == {"broken.md": "unreadable", "out.md": "unreadable", "sub": "unreadable"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    assert reasons(read_folder(tmp_path).rejections) == {"a.md": "unreadable"}


def test_a_file_that_the_system_refuses_is_rejected(
    tmp_path: Path, write: Write, stored: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.md", stored())

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (rejection,) = read_folder(tmp_path).rejections
    assert rejection.reason == "unreadable"
    assert "Permission denied" in rejection.detail


def test_a_folder_that_the_system_refuses_is_rejected(
    tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("sub/a.md", "x")
    listed = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("sub"):
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert reasons(read_folder(tmp_path).rejections) == {"sub": "unreadable"}


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX systems only")
def test_a_name_that_is_no_text_is_rejected_in_words(tmp_path: Path, stored: Stored) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.md")).write_text(stored())
    assert reasons(read_folder(tmp_path).rejections) == {"caf\\xe9.md": "bad_id"}


def test_a_folder_that_is_not_there_is_no_fault_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError, match="no such folder"):
        read_folder(tmp_path / "absent")


@given(st.binary() | NEARLY)
@example(b"---\ntitle: a\npublished: 2019\n---\n" + b"\xff\xfe7")
@example(b"---\ntitle: &a [*a]\npublished: 2019\n---\n7")
def test_any_bytes_are_an_article_or_a_rejection(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.md").write_bytes(content)
        reading = read_folder(folder)
    assert len(reading.articles) + len(reading.rejections) == 1
    for rejection in reading.rejections:
        assert rejection.file == "a.md"
        assert rejection.line is not None
        assert rejection.detail.startswith(f"line {rejection.line}: ")
        assert rejection.detail.endswith(f"; {REASONS[rejection.reason].remedy}.")
    for article in reading.articles:
        assert content.decode("utf-8").endswith(article.text)
