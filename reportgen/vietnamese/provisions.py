"""A provision of a legal document, the smallest thing a citation names, and its canonical wording."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportgen.vietnamese.letters import point_index, roman


@dataclass(frozen=True, slots=True)
class Provision:
    """An article (Điều), or a part of it. What is `None` is not divided or not named: the whole is meant.

    Sections (mục) lie inside the article, as in a decision that approves a programme; clauses are khoản, points điểm.

    Raises:
        ValueError: if a number is not positive or `point` is not a letter of points.
    """

    article: int
    section: int | None = None
    clause: int | None = None
    point: str | None = None

    def __post_init__(self) -> None:
        if any(number is not None and number < 1 for number in (self.article, self.section, self.clause)):
            raise ValueError("articles, sections and clauses are numbered from 1")
        if self.point is not None:
            point_index(self.point)

    def contains(self, other: "Provision") -> bool:
        """Say whether `other` is this provision or a part of it."""
        if self.point is not None:
            return self == other
        if self.clause is not None:
            return (self.article, self.section, self.clause) == (other.article, other.section, other.clause)
        if self.section is not None:
            return (self.article, self.section) == (other.article, other.section)
        return self.article == other.article

    def __str__(self) -> str:
        """The provision in words: "điểm đ khoản 2 Mục IV Điều 1"."""
        return format_provisions([self])


def format_provisions(provisions: Iterable[Provision]) -> str:
    """Return the canonical citation of `provisions`, in their order.

    The words are those of Decree 30/2020/NĐ-CP, Appendix II, V.7: from the smallest part to the article, with
    capitals for Mục and Điều only. Provisions of one section, or one article, share its name:
    "điểm đ khoản 2, khoản 5 Mục IV; khoản 3 Mục VIII Điều 1". Parsing the result gives the same provisions.

    Raises:
        ValueError: if there are no provisions to name.
    """
    blocks = _blocks(provisions)
    if not blocks:
        raise ValueError("a citation names at least one provision")
    return "; ".join(
        _block_words(block, with_article=_needs_article(block[0], following[0] if following else None))
        for block, following in itertools.zip_longest(blocks, blocks[1:])
    )


def _needs_article(provision: Provision, following: Provision | None) -> bool:
    """Say whether the article must be named with `provision`, or is known from the block that begins `following`."""
    # Without a section of its own a block would take the section of the next one together with its article.
    if following is None or provision.section is None or following.article != provision.article:
        return True
    return following == Provision(provision.article)


def _blocks(provisions: Iterable[Provision]) -> list[Sequence[Provision]]:
    """Split `provisions` into runs that can share one mention of section and article."""
    blocks: list[Sequence[Provision]] = []
    for (_, _, has_clause, has_point), run in itertools.groupby(provisions, _sharing_key):
        members = tuple(run)
        # A whole section or article is named alone, or what stands before it would become a part of it.
        is_whole = not has_clause and not has_point
        blocks.extend([(member,) for member in members] if is_whole else [members])
    return blocks


def _sharing_key(provision: Provision) -> tuple[int, int | None, bool, bool]:
    has_clause = provision.clause is not None
    return provision.article, provision.section, has_clause, not has_clause and provision.point is not None


def _block_words(block: Sequence[Provision], *, with_article: bool) -> str:
    words = [", ".join(_run_words(tuple(run)) for _, run in itertools.groupby(block, _clause_of_points))]
    if (section := block[0].section) is not None:
        words.append(f"Mục {roman(section)}")
    if with_article:
        words.append(f"Điều {block[0].article}")
    return " ".join(word for word in words if word)


def _clause_of_points(provision: Provision) -> tuple[bool, int | None]:
    is_point = provision.point is not None
    return is_point, provision.clause if is_point else None


def _run_words(run: Sequence[Provision]) -> str:
    """Return the points of one clause, or several whole clauses, in words; empty for a whole section or article."""
    first = run[0]
    if first.point is None:
        return "khoản " + ", ".join(str(member.clause) for member in run) if first.clause is not None else ""
    points = "điểm " + ", ".join(str(member.point) for member in run)
    return points if first.clause is None else f"{points} khoản {first.clause}"
