"""The structure of a decision and of the plan issued with it: recitals, articles, sections and the points of each.

Headings are kept word for word. What a point says is kept as a gist in our own words, so that a document with the
same structure can be written without copying the prose of the original.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

from reportgen.model.agencies import Name
from reportgen.model.letterhead import SigningAuthority
from reportgen.model.outline import IssuedDocument, Key

_CONFIG = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)

DocumentKey = Annotated[str, StringConstraints(pattern=r"^[A-Za-zĐđ0-9 -]+$", strip_whitespace=True)]
"""How the plan itself calls a document for short: "QĐ 942"."""


class CitedDocument(IssuedDocument):
    """A document that the decision or plan cites, and the short name that its tables use."""

    key: DocumentKey = Field(alias="khoa")


class PlanPoint(BaseModel):
    """A point of an article or section: its written mark ("a)", "-", "1."), its gist, and those under it."""

    model_config = _CONFIG

    label: Name = Field(alias="dau")
    gist: Name = Field(alias="y")
    """What the point says, in our own words."""
    lead_units: tuple[Name, ...] = Field(default=(), alias="don_vi")
    """The units that the point gives work to, as it names them."""
    points: tuple[PlanPoint, ...] = Field(default=(), alias="cac_y")


class ReportingDeadline(BaseModel):
    """The day of each year before which the figures of a quarter are due, and the months that they cover."""

    model_config = _CONFIG

    quarter: int = Field(alias="quy", ge=1, le=4)
    before_day: int = Field(alias="truoc_ngay", ge=1, le=31)
    before_month: int = Field(alias="truoc_thang", ge=1, le=12)
    months_covered: Name | None = Field(default=None, alias="gom")
    """The months that the figures cover, where they are not those of the quarter itself."""
    with_assessment: bool = Field(default=False, alias="kem_danh_gia")
    """Whether an assessment of the trend and proposals are due with them."""


class PlanSection(BaseModel):
    """A section of the plan: its heading word for word, its points, and the sections under it."""

    model_config = _CONFIG

    key: Key = Field(alias="khoa")
    number: Name = Field(alias="so")
    title: Name = Field(alias="tieu_de")
    gist: Name | None = Field(default=None, alias="y")
    """What the running text under the heading says, in our own words; `None` where there is none."""
    points: tuple[PlanPoint, ...] = Field(default=(), alias="cac_y")
    deadlines: tuple[ReportingDeadline, ...] = Field(default=(), alias="han_bao_cao")
    holds_target_table: bool = Field(default=False, alias="co_bang_chi_tieu")
    sections: tuple[PlanSection, ...] = Field(default=(), alias="muc")

    def walk(self) -> Iterator[PlanSection]:
        """Yield this section and all sections under it, in order."""
        yield self
        for section in self.sections:
            yield from section.walk()


class PlanAppendix(BaseModel):
    """An appendix that the plan names; `is_at_hand` says whether its content is part of the data."""

    model_config = _CONFIG

    number: Name = Field(alias="so")
    about: Name = Field(alias="y")
    is_at_hand: bool = Field(alias="co_noi_dung")


class Article(BaseModel):
    """An article of the decision; `title` is `None` for one that has none."""

    model_config = _CONFIG

    number: int = Field(alias="so", ge=1)
    title: Name | None = Field(default=None, alias="tieu_de")
    gist: Name | None = Field(default=None, alias="y")
    points: tuple[PlanPoint, ...] = Field(default=(), alias="cac_y")


class SigningBlock(BaseModel):
    """Over whose title the decision is signed; the name of the signer is no part of the data."""

    model_config = _CONFIG

    authority: SigningAuthority | None = Field(default=None, alias="quyen_han")
    title_of_head: Name = Field(alias="chuc_vu_nguoi_dung_dau")
    title: Name = Field(alias="chuc_vu")


class PlanDecision(BaseModel):
    """The decision that issues the plan (Decree 30/2020/NĐ-CP, Appendix III, Mẫu 1.3)."""

    model_config = _CONFIG

    document: IssuedDocument = Field(alias="van_ban")
    place: Name = Field(alias="dia_danh")
    issuing_authority: Name = Field(alias="tham_quyen")
    """The line in capitals between the abstract and the recitals."""
    recitals: tuple[DocumentKey, ...] = Field(alias="can_cu", min_length=1)
    proposed_by: Name = Field(alias="theo_de_nghi_cua")
    articles: tuple[Article, ...] = Field(alias="dieu", min_length=1)
    replaces: tuple[IssuedDocument, ...] = Field(default=(), alias="thay_the")
    recipients: tuple[Name, ...] = Field(alias="noi_nhan")
    filing_unit: Name = Field(alias="luu")
    signing: SigningBlock = Field(alias="chu_ky")

    @field_validator("articles")
    @classmethod
    def _check_order(cls, articles: tuple[Article, ...]) -> tuple[Article, ...]:
        if [article.number for article in articles] != list(range(1, len(articles) + 1)):
            raise ValueError("các điều không được đánh số liên tục từ 1")
        return articles
