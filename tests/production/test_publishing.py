"""From an edition file to finished files: valid, the same each time, and nothing while there are errors."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from reportgen.compose.publication.profiles import compose_profiles
from reportgen.document import print_blocks
from reportgen.problems import InputProblems
from reportgen.production.build import build_document
from reportgen.production.publication_data import load_publication
from reportgen.production.publishing import (
    ChartForm,
    MadePublication,
    Output,
    Stage,
    make_publication,
    stages_of,
)
from reportgen.read.data_files import data_folder
from reportgen.vietnamese import format_number
from reportgen.write.pdf import convert_to_pdf
from tests.conftest import AssertValid
from tests.ooxml.validator import validate
from tests.production.small_edition import TEXT, UNITS, write_edition


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_edition(tmp_path_factory.mktemp("an_pham"))


@pytest.fixture(scope="module")
def stages() -> list[Stage]:
    return []


@pytest.fixture(scope="module")
def made(edition: Path, stages: list[Stage]) -> MadePublication:
    return make_publication(edition, on_stage=stages.append)


def test_all_files_are_made_and_valid(made: MadePublication, assert_valid_docx: AssertValid) -> None:
    names = [name for name in made.files if not name.startswith("hinh/")]
    assert names == ["an_pham.docx", "an_pham.xlsx", "an_pham.html"]
    assert_valid_docx(made.files["an_pham.docx"])
    assert validate(made.files["an_pham.xlsx"], ".xlsx") == []
    pictures = {name: data for name, data in made.files.items() if name.startswith("hinh/")}
    assert {Path(name).suffix for name in pictures} == {".png", ".svg"}
    assert all(data.startswith((b"\x89PNG", b"<")) for data in pictures.values())
    # Four charts for each of two groups (there is no map of ministries), and two for each unit.
    assert len(pictures) == 2 * (2 * 4 + 2 * len(UNITS))


def test_the_stages_are_told_in_order(made: MadePublication, stages: list[Stage]) -> None:
    assert made.files
    assert tuple(stages) == stages_of(tuple(Output))


def test_without_a_converter_word_is_left_to_number_the_pages_and_that_is_said(made: MadePublication) -> None:
    assert {problem.code for problem in made.problems} == {"DL302", "AP115", "AP301"}, "units and source are left out"
    with zipfile.ZipFile(io.BytesIO(made.files["an_pham.docx"])) as package:
        assert b"updateFields" in package.read("word/settings.xml")


def test_the_same_edition_gives_the_same_bytes(edition: Path, made: MadePublication) -> None:
    again = make_publication(edition)
    assert {name for name, data in again.files.items() if made.files[name] != data} == set()


def test_native_charts_can_be_edited_and_pictures_are_pictures(edition: Path, made: MadePublication) -> None:
    pictures = make_publication(edition, outputs=(Output.WORD,), chart_form=ChartForm.PICTURE)
    counts = [_parts(files.files["an_pham.docx"]) for files in (made, pictures)]
    assert counts[0]["charts/chart"] == counts[0]["embeddings/"] > 2 * len(UNITS)
    assert (counts[1]["charts/chart"], counts[1]["embeddings/"]) == (0, 0)
    assert counts[1]["media/"] == counts[0]["charts/chart"] + counts[0]["media/"]


def test_chart_cache_embedded_workbook_table_and_appendix_hold_the_same_numbers(made: MadePublication) -> None:
    result = made.publication.parts[0].results[0]
    totals = {row.unit.name: row.score for row in result.total.rows}
    with zipfile.ZipFile(io.BytesIO(made.files["an_pham.docx"])) as package:
        names = package.namelist()
        charts = [name for name in names if re.fullmatch(r"word/charts/[^/]*\.xml", name)]
        ranked = next(xml for name in charts if 'barDir val="bar"' in (xml := package.read(name).decode()))
        cached = [value for value in re.findall(r"<c:v>([0-9.]+)</c:v>", ranked) if "." in value]
        books = [openpyxl.load_workbook(io.BytesIO(package.read(name))) for name in names if "embeddings/" in name]
        text = re.sub(r"<[^>]+>", " ", package.read("word/document.xml").decode())
    embedded = next(rows for book in books if len(rows := list(book.active.iter_rows(values_only=True))) == 5)
    by_name = {re.sub(r"^\d+\. ", "", str(row[0])): row[1] for row in embedded[1:]}
    appendix = openpyxl.load_workbook(io.BytesIO(made.files["an_pham.xlsx"]), data_only=True)
    cells: dict[str, list[float]] = {name: [] for name in totals}
    for sheet in appendix:
        for row in sheet.iter_rows(values_only=True):
            for name in totals.keys() & set(map(str, row)):
                cells[name] += [value for value in row if isinstance(value, float)]
    for name, score in totals.items():
        assert score is not None
        assert any(abs(float(value) - float(score)) < 1e-12 for value in cached), name
        assert abs(float(str(by_name[name])) - float(score)) < 1e-12
        assert format_number(score, decimals=4) in text
        assert any(abs(value - float(score)) < 1e-9 for value in cells[name]), name


def test_page_numbers_are_those_of_the_pages(edition: Path, require_program: Callable[[str], str]) -> None:
    soffice = Path(require_program("soffice"))
    done = make_publication(
        edition,
        outputs=(Output.WORD, Output.PDF),
        to_pdf=lambda docx: convert_to_pdf(docx, soffice=soffice, file="an_pham.pdf"),
    )
    assert "AP301" not in {problem.code for problem in done.problems}
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(done.files["an_pham.pdf"])).pages]
    with zipfile.ZipFile(io.BytesIO(done.files["an_pham.docx"])) as package:
        assert b"updateFields" not in package.read("word/settings.xml")
        text = package.read("word/document.xml").decode().replace("<w:tab/>", "\t").replace("</w:p>", "\n")
    entries = re.findall(r"(Chương \d\. [^\t\n]+)\t(\d+)", re.sub(r"<w:instrText.*?</w:instrText>|<[^>]+>", "", text))
    assert len(entries) == 5
    for title, page in entries:
        assert title in " ".join(pages[int(page) - 1].split()), title


def test_every_problem_of_every_table_is_told_in_one_run(tmp_path: Path) -> None:
    path = write_edition(tmp_path)
    for name, old, new in (("2022", "0,4925", "1,4925"), ("2021", "Bộ Nội vụ", "Bộ Nộ vụ")):
        file = tmp_path / f"dti_{name}_cap_bo.csv"
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(InputProblems) as found:
        make_publication(path)
    told = {(Path(problem.place.file or "").name, problem.code) for problem in found.value.problems}
    assert {("dti_2022_cap_bo.csv", "DL203"), ("dti_2021_cap_bo.csv", "CQ101")} <= told


def test_a_table_in_which_nothing_can_be_ranked_is_refused(tmp_path: Path) -> None:
    path = write_edition(tmp_path)
    file = tmp_path / "dti_2022_cap_bo.csv"
    head, names, points, *rows = file.read_text("utf-8").splitlines()
    emptied = [re.sub(r";[^;]*$", ";", row) for row in rows]
    file.write_text("\n".join([head, names, points, *emptied]), "utf-8")
    with pytest.raises(InputProblems) as found:
        make_publication(path)
    assert {problem.code for problem in found.value.problems} >= {"AP202"}


def test_an_edition_of_merged_provinces_takes_the_mean_of_the_old_ones_and_says_so(tmp_path: Path) -> None:
    # As the DTI of 2024: figures of 63 provinces, 34 units of 1/7/2025 ranked.
    shutil.copyfile(data_folder("samples") / "dti_2022" / "dti_2022_cap_tinh.csv", tmp_path / "a.csv")
    text = TEXT.partition("phan:")[0].replace("minh_hoa: true\n", "") + (
        "phan:\n  - {khoa: cap_tinh, ten: cấp tỉnh, don_vi: 'tỉnh, thành phố', nam: 2022, so_lieu: a.csv,"
        " bo_chi_so: dti_cap_tinh_922, theo_cong_bo: true, don_vi_theo_ngay: 1/7/2025,"
        " cac_nam_truoc: [{nam: 2021, so_lieu: a.csv, bo_chi_so: dti_cap_tinh_922, theo_cong_bo: true}]}\n"
    )
    path = tmp_path / "an_pham.yaml"
    path.write_text(text, "utf-8")
    publication = load_publication(path).publication
    part = publication.parts[0]
    assert len(part.history) == len(publication.tiles) == 34
    row = part.results[0].total.row_of("UBND_ANGIANG")
    # By hand: the mean of An Giang (0.4972) and Kiên Giang (0.5796).
    assert row.score == (Decimal("0.4972") + Decimal("0.5796")) / 2
    assert [point.total for point in part.history["UBND_ANGIANG"]] == [row.score] * 2
    for merged in (part.merged_units, part.earlier[0].merged_units):
        assert "UBND_ANGIANG" in merged
        assert "UBND_HANOI" not in merged
    words = print_blocks(compose_profiles(part))
    assert "gộp từ các đơn vị trước khi sáp nhập" in words


def _parts(docx: bytes) -> dict[str, int]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        names = package.namelist()
    return {
        prefix: sum(name.startswith(f"word/{prefix}") for name in names)
        for prefix in ("charts/chart", "embeddings/", "media/")
    }


def test_building_an_edition_as_a_document_names_the_right_command(edition: Path) -> None:
    with pytest.raises(InputProblems) as found:
        build_document(edition)
    assert [problem.hint("vi") for problem in found.value.problems] == [f"chạy: reportgen publish {edition}"]


def test_published_results_are_checked_as_the_sample_gives_them() -> None:
    ministries, provinces = load_publication(data_folder("samples") / "an_pham_dti_2022.yaml").publication.parts
    assert ministries.given_points == {index.key for index in ministries.index_set.main_indices}
    assert provinces.given_points == frozenset()
    (result,) = provinces.results
    assert (result.check.totals_checked, result.check.ranks_checked) == (5, 63)
    assert result.check.discrepancies == ()


def test_native_charts_take_their_colours_from_the_style_that_is_edited(
    edition: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    edited = tmp_path / "charts"
    shutil.copytree(data_folder("charts"), edited)
    common = edited / "chung.yaml"
    common.write_text(common.read_text("utf-8").replace("#0072B2", "#123456"), "utf-8")
    monkeypatch.setattr("reportgen.production.charts.data_folder", lambda _: edited)
    docx = make_publication(edition, outputs=(Output.WORD,)).files["an_pham.docx"]
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        charts = b"".join(package.read(name) for name in package.namelist() if name.startswith("word/charts/"))
    assert b"123456" in charts
    assert b"0072B2" not in charts
