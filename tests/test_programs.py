"""A test without its outside program must not pass unseen."""

import sys

import pytest

from tests import programs


@pytest.mark.parametrize(("in_ci", "outcome"), [(False, pytest.skip.Exception), (True, pytest.fail.Exception)])
def test_a_missing_program_skips_the_test_and_fails_it_in_ci(
    in_ci: bool, outcome: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "IN_CI", in_ci)
    with pytest.raises(outcome, match="the program `khong-co-lenh-nay` is not on this machine"):
        programs.find_program("khong-co-lenh-nay")


def test_a_program_that_is_there_is_found() -> None:
    assert programs.find_program(sys.executable) == sys.executable
