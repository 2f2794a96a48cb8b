from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from reportgen.model.fields import Recurring, Unknown
from reportgen.model.input_model import InputModel, find_inner_model, iter_input_fields, iter_narratives
from reportgen.model.letterhead import SigningAuthority
from reportgen.model.progress_report import ProgressReport, find_missing, iter_issued_documents, iter_targets
from reportgen.vietnamese.periods import Period, PeriodKind
from reportgen.vietnamese.provisions import Provision


def report(**keys: object) -> ProgressReport:
    return ProgressReport.model_validate({"loai": "bao_cao_749", "co_quan": "BGDDT", **keys})


def models_of(model: type[InputModel]) -> list[type[InputModel]]:
    inner = [find_inner_model(field.annotation) for _, _, field in iter_input_fields(model)]
    return [model, *(each for found in inner if found for each in models_of(found))]


@pytest.mark.parametrize("model", dict.fromkeys(models_of(ProgressReport)))
def test_every_field_has_a_vietnamese_alias_title_description_and_example(model: type[InputModel]) -> None:
    assert sorted(alias for alias, _, _ in iter_input_fields(model)) == sorted(
        field.alias or "" for field in model.model_fields.values()
    )
    for alias, attribute, field in iter_input_fields(model):
        assert alias != attribute
        assert field.title
        assert field.description
        assert field.examples


@pytest.mark.parametrize("model", dict.fromkeys(models_of(ProgressReport)))
def test_every_example_is_accepted_where_it_stands(model: type[InputModel]) -> None:
    examples = {alias: (field.examples or [None])[0] for alias, _, field in iter_input_fields(model)}
    needed = {alias: examples[alias] for alias, _, field in iter_input_fields(model) if field.is_required()}
    for alias, attribute, _ in iter_input_fields(model):
        value = model.model_validate({**needed, alias: examples[alias]})
        assert getattr(value, attribute) is not None


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("30/6/2021", date(2021, 6, 30)),
        ("Quý II/2021", Period(PeriodKind.QUARTER, 2021, 2)),
        ("năm 2021", Period(PeriodKind.YEAR, 2021)),
        ("Thường xuyên", Recurring.CONTINUOUS),
        ("hàng năm", Recurring.YEARLY),
    ],
)
def test_a_deadline_is_a_day_a_period_or_recurring(typed: str, expected: object) -> None:
    (task,) = report(nhiem_vu_toi=[{"thoi_han": typed}]).next_tasks or ()
    assert task.deadline == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("86,97", Decimal("86.97")),
        ("1.234", Decimal(1234)),
        ("0", Decimal(0)),
        ("Chưa có số liệu", Unknown.NOT_AVAILABLE),
    ],
)
def test_a_result_that_is_not_known_is_neither_zero_nor_missing(typed: str, expected: object) -> None:
    ((_, target),) = iter_targets(report(muc_tieu={"xa_hoi_so": {"chi_tieu": [{"ten": "A", "ket_qua": typed}]}}))
    assert target.result == expected


@pytest.mark.parametrize(("typed", "expected"), [("không có", ()), ("Không có", ()), ([], None), (None, None)])
def test_nothing_said_differs_from_saying_that_there_is_none(typed: object, expected: object) -> None:
    assert report(kho_khan=typed).difficulties == expected


@pytest.mark.parametrize("typed", ["KT.", "KT"])
def test_a_signing_authority_may_lack_its_stop(typed: str) -> None:
    assert report(nguoi_ky={"quyen_han": typed}).signer.authority is SigningAuthority.FOR_HEAD


@pytest.mark.parametrize("name", ["agency", "signer", "kind"])
def test_english_names_are_no_keys(name: str) -> None:
    with pytest.raises(ValidationError):
        report(**{name: "x"})


def test_a_citation_with_a_section_means_article_1_and_a_bare_clause_is_broken() -> None:
    (task,) = report(nhiem_vu_rieng=[{"vien_dan": "khoản 3 mục VII"}]).own_tasks or ()
    assert task.citation is not None
    assert task.citation.provisions == (Provision(1, 7, 3),)
    with pytest.raises(ValidationError, match="broken_citation"):
        report(nhiem_vu_rieng=[{"vien_dan": "khoản 5"}])


def test_what_is_missing_is_named_with_its_item() -> None:
    value = report(
        muc_tieu={"chinh_phu_so": {"chi_tieu": [{"ten": "A", "don_vi": "%", "muc_tieu": "1", "nguon": "B"}]}},
        nhiem_vu_rieng=[{"vien_dan": "khoản 3 mục VII", "tinh_trang": "hoan_thanh"}],
    )
    missing = {item.path: item.what for item in find_missing(value, [Provision(1, 7, 3), Provision(1, 7, 4)])}
    assert missing["muc_tieu", "chinh_phu_so", "chi_tieu", 0, "ket_qua"] == "kết quả của chỉ tiêu “A”"
    assert missing["muc_tieu", "kinh_te_so"] == "chỉ tiêu hoặc nhận xét về kinh tế số"
    assert missing["nhiem_vu_rieng", 0, "ket_qua"] == "kết quả của nhiệm vụ tại khoản 3 mục VII Điều 1"
    assert missing["nhiem_vu_rieng",] == "kết quả của nhiệm vụ tại khoản 4 Mục VII Điều 1"
    assert missing["nhiem_vu_chung", "the_che", "noi_dung"] == "kết quả về chiến lược, kế hoạch, thể chế"
    assert ("muc_tieu", "chinh_phu_so") not in missing


def test_narratives_and_documents_come_with_their_paths() -> None:
    value = report(
        mo_dau="\n\n  Kính gửi:\n",
        nhiem_vu_chung={"the_che": {"noi_dung": "a\n\n- b\n", "van_ban": [{"so": "5"}, {"so": "6"}]}},
        kho_khan=[{"noi_dung": "c"}],
    )
    assert list(iter_narratives(value)) == [
        (("mo_dau",), "  Kính gửi:"),
        (("nhiem_vu_chung", "the_che", "noi_dung"), "a\n\n- b"),
        (("kho_khan", 0, "noi_dung"), "c"),
    ]
    assert [path[-1] for path, _ in iter_issued_documents(value)] == [0, 1]
