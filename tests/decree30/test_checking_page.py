"""The page that shows what the checker prints is what it prints."""

from tools.make_checking_page import PAGE, make_page


def test_the_page_is_what_the_tool_makes() -> None:
    assert PAGE.read_text("utf-8") == make_page(), "run `python -m tools.make_checking_page`"
