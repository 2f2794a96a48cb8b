"""How the value of a component indicator becomes a share of its points: the rules that an index set may name.

Every rule gives a share between 0 and 1; the points are that share of the indicator's maximum. Nothing is rounded.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

_CONFIG = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)


class Direction(StrEnum):
    """Which values are good."""

    MORE_IS_BETTER = "cao_tot"
    LESS_IS_BETTER = "thap_tot"


class GivenPoints(BaseModel):
    """The data gives the points themselves, as the assessors set them."""

    model_config = _CONFIG

    kind: Literal["diem_cham"] = Field(default="diem_cham", alias="loai")


class ShareRule(BaseModel):
    """Points in proportion between `none_at` (no points) and `full_at` (all points); beyond either, no more or less.

    Less is better where `full_at` is the smaller of the two.
    """

    model_config = _CONFIG

    kind: Literal["ty_le"] = Field(default="ty_le", alias="loai")
    none_at: Decimal = Field(default=Decimal(0), alias="khong_diem_tai")
    full_at: Decimal = Field(default=Decimal(100), alias="du_diem_tai")

    @model_validator(mode="after")
    def _check_span(self) -> ShareRule:
        if self.none_at == self.full_at:
            raise ValueError("khong_diem_tai và du_diem_tai phải khác nhau")
        return self


class Tier(BaseModel):
    """From `bound` on (up, or down where less is better) the indicator has `share` of its points."""

    model_config = _CONFIG

    bound: Decimal = Field(alias="nguong")
    share: Decimal = Field(alias="phan_diem", ge=0, le=1)


class TieredRule(BaseModel):
    """Points by tiers, the best tier first; a value that reaches none has no points."""

    model_config = _CONFIG

    kind: Literal["bac"] = Field(default="bac", alias="loai")
    tiers: tuple[Tier, ...] = Field(alias="cac_bac", min_length=1)

    @model_validator(mode="after")
    def _check_order(self) -> TieredRule:
        shares = [tier.share for tier in self.tiers]
        if shares != sorted(set(shares), reverse=True):
            raise ValueError("cac_bac phải xếp từ bậc nhiều điểm nhất, không có hai bậc cùng điểm")
        return self


class YesNoRule(BaseModel):
    """All points for yes, none for no."""

    model_config = _CONFIG

    kind: Literal["co_khong"] = Field(default="co_khong", alias="loai")


class RatioToBestRule(BaseModel):
    """The ratio to the best unit of the same ranking: value over best, or best over value where less is better."""

    model_config = _CONFIG

    kind: Literal["so_voi_tot_nhat"] = Field(default="so_voi_tot_nhat", alias="loai")


ScoringRule = Annotated[
    GivenPoints | ShareRule | TieredRule | YesNoRule | RatioToBestRule, Field(discriminator="kind")
]


def find_direction_fault(rule: ScoringRule, direction: Direction) -> str | None:
    """Return, in Vietnamese, in what `rule` contradicts `direction`; `None` if it does not."""
    rises = direction is Direction.MORE_IS_BETTER
    if isinstance(rule, ShareRule) and (rule.full_at > rule.none_at) is not rises:
        return f"chieu `{direction}` trái với khong_diem_tai {rule.none_at} và du_diem_tai {rule.full_at}"
    if isinstance(rule, TieredRule):
        bounds = [tier.bound for tier in rule.tiers]
        if bounds != sorted(set(bounds), reverse=rises):
            return f"chieu `{direction}` trái với thứ tự ngưỡng của cac_bac"
    return None
