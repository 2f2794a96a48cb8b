"""What the sentences say, read by a reader who knows only Vietnamese, and recomputed from the data files alone."""

from __future__ import annotations

import csv
import re
import statistics
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.publication.overview import compose_overview
from reportgen.document import Heading, Table
from reportgen.document.printed import print_blocks
from reportgen.read.data_files import data_folder

Totals = dict[str, Decimal]


def prose_of(part: PublicationPart, group: int = 0) -> str:
    """The overview of one group without its table, as a reader has it."""
    texts: list[str] = []
    for block in compose_overview(part):
        if isinstance(block, Heading) and block.level == 2:
            texts.append("")
        elif not isinstance(block, Table):
            texts[-1] += re.sub(r"^(?:Nội dung: |- )", "", print_blocks([block])) + "\n"
    return texts[group]


def provinces_from_file(part: PublicationPart) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of the data file as they are typed, each with the name that the register gives to the unit."""
    path = data_folder("samples") / "dti_2022/dti_2022_cap_tinh.csv"
    with path.open(encoding="utf-8") as file:
        yield from zip((unit.name for unit in part.results[0].measurements.units), csv.DictReader(file), strict=True)


def ministries_from_file(part: PublicationPart, year: int) -> Totals:
    """The totals of all ministries in one year: points over the maximum, from the cells of the file."""
    path = data_folder("samples") / f"dti_minh_hoa/dti_{year}_cap_bo.csv"
    _, _, maxima, *rows = [line.split(";") for line in path.read_text(encoding="utf-8").splitlines()]
    points = [Decimal(cell) for cell in maxima[1:]]
    values = {row[0]: [Decimal(cell.replace(",", ".")) for cell in row[1:]] for row in rows}
    return {
        name: sum((v * p for v, p in zip(row, points, strict=True)), Decimal(0)) / sum(points)
        for name, row in values.items()
    }


def number(words: str) -> Decimal:
    return Decimal(words.replace(",", "."))


def printed(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.0001"), rounding=ROUND_HALF_UP)


def find(pattern: str, prose: str) -> str:
    (found,) = re.findall(pattern, prose)
    return str(found)


def rank(name: str, totals: Totals) -> int:
    return 1 + sum(total > totals[name] for total in totals.values())


def test_mean_median_and_spread_of_the_provinces_are_those_of_the_file(provinces_2022: PublicationPart) -> None:
    prose = prose_of(provinces_2022)
    totals = [Decimal(row["tong"]) for _, row in provinces_from_file(provinces_2022)]
    assert len(totals) == int(find(r"cả (\d+) tỉnh, thành phố đều được xếp hạng", prose)) == 63
    mean = sum(totals, Decimal(0)) / 63
    assert number(find(r"DTI trung bình là (\d,\d+),", prose)) == printed(mean) == Decimal("0.5787")
    assert number(find(r"trung vị là (\d,\d+);", prose)) == statistics.median(totals)
    above = [total for total in totals if total > mean]
    assert int(find(r"(\d+) tỉnh, thành phố \(\d+,\d%\) đạt trên mức trung bình", prose)) == len(above)
    assert number(find(r"\((\d+,\d)%\) đạt trên", prose)) == round(Decimal(100 * len(above)) / 63, 1)
    assert number(find(r"đứng cuối là (\d,\d+)", prose)) == max(totals) - min(totals)
    deviation = (sum(((total - mean) ** 2 for total in totals), Decimal(0)) / 63).sqrt()
    assert number(find(r"độ lệch chuẩn là (\d,\d+)", prose)) == printed(deviation)


def test_who_leads_and_who_is_last_are_those_of_the_file(provinces_2022: PublicationPart) -> None:
    sentence = find(r"(Dẫn đầu là .*?xếp thứ \d+)\.", prose_of(provinces_2022))
    totals = {name: Decimal(row["tong"]) for name, row in provinces_from_file(provinces_2022)}
    said = [(name, number(score)) for name, score in re.findall(r"([A-ZĐ][\w ]+) \((\d,\d+)\)", sentence[3:])]
    assert dict(said).items() <= totals.items()
    order = sorted(totals, key=lambda name: -totals[name])
    assert [name for name, _ in said] == [*order[:5], order[-1]]
    assert int(find(r"xếp thứ (\d+)$", sentence)) == rank(order[-1], totals) == 63


def test_the_tie_at_fifteen_is_told_with_the_rank_that_stays_empty(provinces_2022: PublicationPart) -> None:
    prose = prose_of(provinces_2022)
    tied = [name for name, row in provinces_from_file(provinces_2022) if row["hang"] == "15"]
    assert " và ".join(tied) == "Thanh Hóa và Yên Bái"
    assert find(r"(Thanh Hóa.*?)\.", prose) == (
        "Thanh Hóa và Yên Bái có giá trị DTI bằng nhau (0,6350) nên cùng xếp thứ 15; không có hạng 16"
    )


def test_strong_and_weak_indices_are_judged_only_where_all_are_known(provinces_2022: PublicationPart) -> None:
    prose = prose_of(provinces_2022)
    rows = [row for _, row in provinces_from_file(provinces_2022)]
    names = {index.key: index.name for index in provinces_2022.index_set.scored_indices}
    full = {key: name for key, name in names.items() if all(row[key] for row in rows)}
    means = {name: sum((Decimal(row[key]) for row in rows), Decimal(0)) / len(rows) for key, name in full.items()}
    assert int(find(r"Trong (\d+) chỉ số chính có đủ số liệu", prose)) == len(full) == 4
    for word, wanted in (("cao", max(means.values())), ("thấp", min(means.values()))):
        ((name, value),) = re.findall(rf"{word} nhất là của ([\w ]+) \((\d,\d+)\)", prose)
        assert printed(means[name]) == printed(wanted) == number(value)
    unknown = find(r"Chưa có số liệu của một số tỉnh, thành phố về (.*?)\.", prose)
    assert re.split(", | và ", unknown) == [name for key, name in names.items() if key not in full]


def test_up_and_down_agree_with_the_sign_in_both_groups_of_ministries(ministries_2022: PublicationPart) -> None:
    tables = {year: ministries_from_file(ministries_2022, year) for year in (2021, 2022)}
    risers = 0
    for group, result in enumerate(ministries_2022.results):
        prose = prose_of(ministries_2022, group)
        members = {row.unit.name for row in result.total.rows}
        old, new = ({n: t for n, t in tables[year].items() if n in members} for year in (2021, 2022))
        before, after = (sum(table.values(), Decimal(0)) / len(table) for table in (old, new))
        ((word, size, start, way, end),) = re.findall(
            r"trung bình (tăng|giảm) (\d,\d+) so với năm 2021, từ (\d,\d+) (lên|xuống) (\d,\d+)\.", prose
        )
        assert (word, way) == (("tăng", "lên") if after > before else ("giảm", "xuống"))
        assert [number(size), number(start), number(end)] == [
            printed(abs(after - before)),
            printed(before),
            printed(after),
        ]
        ups = sum(new[name] > old[name] for name in members)
        assert int(find(r"Giá trị DTI tăng ở (\d+) ", prose)) == ups
        moves = re.findall(r"^(.+) (tăng|giảm) (\d+) bậc, từ hạng (\d+) (lên|xuống) hạng (\d+)", prose, re.MULTILINE)
        for name, said, places, first, towards, last in moves:
            ranks = [rank(name, old), rank(name, new)]
            assert ranks == [int(first), int(last)]
            assert (said, towards) == (("tăng", "lên") if ranks[1] < ranks[0] else ("giảm", "xuống"))
            assert int(places) == abs(ranks[0] - ranks[1])
            risers += said == "tăng"
        assert moves
    assert risers == 5


def test_the_largest_moves_are_those_of_the_files_in_order(ministries_2022: PublicationPart) -> None:
    prose = prose_of(ministries_2022)
    members = {row.unit.name for row in ministries_2022.results[0].total.rows}
    old, new = (
        {n: t for n, t in ministries_from_file(ministries_2022, year).items() if n in members}
        for year in (2021, 2022)
    )
    won = sorted((rank(name, old) - rank(name, new) for name in members), reverse=True)
    said = [int(places) for places in re.findall(r" tăng (\d+) bậc", prose)]
    lost = [int(places) for places in re.findall(r" giảm (\d+) bậc", prose)]
    assert said == won[: len(said)]
    assert lost == [-places for places in reversed(won[-len(lost) :])]
