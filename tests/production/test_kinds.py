"""Every kind of document of the decree, and the copies, from a complete input: valid, its own title and symbol."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from reportgen.document import print_document
from reportgen.model.document_kinds import DocumentKind, Specimen
from reportgen.production import BuiltDocument, build_document
from reportgen.read.data_files import load_document_kinds
from tests.conftest import AssertValid

KINDS = load_document_kinds()
SYMBOLS = {
    "cong_van": "BTTTT-THH",
    "thu_cong": "BTTTT",
    "quy_dinh": "QyĐ-BTTTT",
    "chuong_trinh": "CTr-BTTTT",
    "to_trinh": "TTr-BTTTT",
    "trich_sao": "TrS-BTTTT",
}
PARTICULARS = {
    "kinh_moi": "Ông Nguyễn Văn A", "toi_du": "Hội nghị", "chu_tri": "Nguyễn Văn A", "thu_ky": "Trần Thị B",
    "thoi_gian": "8 giờ 00", "thoi_gian_ket_thuc": "11 giờ 00", "dia_diem": "Hà Nội", "thanh_phan": ["Ông A"],
    "ong_ba": "Trần Thị B", "chuc_vu": "Chuyên viên", "den": "Sở Tài chính", "ve_viec": "khảo sát",
    "gia_tri_den": "31/3/2021", "ngay_don": "01/3/2021", "nghi_tu": "08/3/2021", "nghi_den": "12/3/2021",
    "tinh_vao": "nghỉ hằng năm",
}  # fmt: skip


def complete_input(kind: DocumentKind, specimen: Specimen) -> str:
    data: dict[str, object] = {
        "loai": kind.key,
        "co_quan": "BTTTT",
        "so": "05",
        "ngay": "05/3/2021",
        "trich_yeu": "Về việc thử",
        "don_vi_soan_thao": "THH",
        "kinh_gui": ["BTC", "BNV"],
        "noi_dung": ["Nội dung thứ nhất.", "Nội dung thứ hai."],
        "chi_tiet": PARTICULARS,
        "luu": {"don_vi": "THH"},
        "nguoi_ky": {"quyen_han": "KT.", "chuc_vu": "Thứ trưởng", "ho_ten": "Nguyễn Văn A"},
    }
    if specimen.recitals:
        data["can_cu"] = ["Căn cứ Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006"]
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def built(kind: DocumentKind, folder: Path) -> BuiltDocument:
    path = folder / f"{kind.key}.yaml"
    path.write_text(complete_input(kind, KINDS.layout_of(kind)), encoding="utf-8")
    return build_document(path)


def test_there_are_29_kinds_and_3_copies() -> None:
    assert (len(KINDS.documents), len(KINDS.copies)) == (29, 3)


@pytest.mark.parametrize("kind", KINDS.kinds, ids=lambda kind: kind.key)
def test_a_kind_becomes_a_valid_document_with_its_title_and_symbol(
    kind: DocumentKind, tmp_path: Path, assert_valid_docx: AssertValid
) -> None:
    made = built(kind, tmp_path)
    assert_valid_docx(made.docx)
    printed = print_document(made.document)
    assert f"{{{{ ky_hieu }}}} {SYMBOLS.get(kind.key, f'{kind.abbreviation}-BTTTT')}\n" in printed
    assert "{{ so }} 05\n" in printed
    specimen = KINDS.layout_of(kind)
    title_tag = "hinh_thuc_sao" if kind.is_copy else "ten_loai"
    assert (f"{{{{ {title_tag} }}}} {kind.title}\n" in printed) is specimen.prints_title
    assert ("{{ ngay_ban_hanh }} ngày 05 tháng 3 năm 2021" in printed) is specimen.has_place_and_date
    assert (specimen.enacting_words or "QUYẾT ĐỊNH:") in printed or not specimen.enacting_words
    if specimen.end_mark:
        body = print_document(made.document).partition("{{p noi_dung }}")[2].partition("\n{{")[0]
        assert body.rstrip().endswith("./.")


def test_the_letters_of_points_are_vietnamese(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    points = "".join(f"      - điểm thứ {number};\n" for number in range(1, 9))
    path.write_text(
        complete_input(KINDS.get("cong_van"), KINDS.layout_of(KINDS.get("cong_van"))).replace(
            "- Nội dung thứ hai.\n", f"- noi_dung: 'Gồm:'\n  con:\n{points}"
        ),
        encoding="utf-8",
    )
    printed = print_document(build_document(path).document)
    letters = [line.split("Nội dung: ")[1][:2] for line in printed.splitlines() if "điểm thứ" in line]
    assert letters == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)"]


def test_the_first_mention_is_full_and_later_ones_are_short_across_text_and_appendices(tmp_path: Path) -> None:
    text = Path(__file__).parents[2] / "samples" / "cong_van_5065" / "cong_van.yaml"
    path = tmp_path / "x.yaml"
    path.write_text(
        text.read_text(encoding="utf-8").replace(
            "Nêu từng khó khăn, vướng mắc và chỉ rõ nguyên nhân.", "Nêu khó khăn khi thực hiện [[qd1726]]."
        ),
        encoding="utf-8",
    )
    printed = print_document(build_document(path).document)
    assert printed.count("Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt") == 1
    assert "Nêu khó khăn khi thực hiện Quyết định số 1726/QĐ-BTTTT." in printed
    assert "[[" not in printed


def test_no_appendix_can_disagree_with_its_letter_and_an_electronic_one_stays_open(tmp_path: Path) -> None:
    sample = (Path(__file__).parents[2] / "samples" / "cong_van_5065" / "cong_van.yaml").read_text(encoding="utf-8")
    path = tmp_path / "x.yaml"
    path.write_text(sample.replace("so: 5065", "so: 77").replace("ngay: 28/12/2020", "ngay: 05/01/2021"), "utf-8")
    line = "(Kèm theo Công văn số 77/BTTTT-THH ngày 05 tháng 01 năm 2021 của Bộ Thông tin và Truyền thông)"
    assert print_document(build_document(path).document).count(line) == 2
    path.write_text(sample.replace("minh_hoa: có", "minh_hoa: có\nban_dien_tu: có"), "utf-8")
    printed = print_document(build_document(path).document)
    assert "{{ so }} 5065\n" in printed
    assert printed.count("(Kèm theo Công văn số ________/BTTTT-THH ngày_____tháng_____ năm________ của Bộ") == 2


@pytest.mark.parametrize(
    ("key", "filing"),
    [("giay_gioi_thieu", "- Lưu: VT."), ("bien_ban", "- Lưu: VT, Hồ sơ."), ("sao_y", "- Lưu: VT.")],
)
def test_a_kind_whose_specimen_names_no_drafting_unit_is_filed_without_one(
    key: str, filing: str, tmp_path: Path
) -> None:
    kind = KINDS.get(key)
    data = yaml.safe_load(complete_input(kind, KINDS.layout_of(kind)))
    del data["luu"]
    path = tmp_path / "x.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    assert f"  Nơi nhận danh sách: {filing}\n" in print_document(build_document(path).document)
