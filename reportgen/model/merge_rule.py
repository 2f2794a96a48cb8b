"""What figures of units from before a merger count for the unit that was made of them."""

from enum import StrEnum


class MergeRule(StrEnum):
    """What the value of a unit that was made of several is taken to be."""

    MEAN = "trung_binh"
    """The mean of the old units' values, as the DTI of 2024 took it for the 34 provinces of 1/7/2025."""
    SUM = "tong"
    """Their sum: for counts and amounts."""
    DO_NOT_COMPARE = "khong_so_sanh"
    """Unknown: figures from before are not compared with those from after."""
