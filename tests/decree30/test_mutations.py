"""Faults seeded in clean documents are found, by the right rule at the right place; clean ones have nothing."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from reportgen.decree30.rules import load_rules
from tests.decree30.mutations import MUTATIONS
from tests.decree30.seeding import SAMPLES, Tally, clean_reports, seed_all

LEAST_SHARE = 0.98
LEAST_KINDS = 200
LEAST_DOCUMENTS = 25
TABLE = SAMPLES.parent / "docs" / "mutations.md"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("inputs")


@pytest.fixture(scope="module")
def tallies(folder: Path) -> Sequence[Tally]:
    return list(seed_all(folder, places=2, long_last=True))


def test_nearly_every_fault_is_found_where_it_is(tallies: Sequence[Tally]) -> None:
    placed = sum(tally.placed for tally in tallies)
    found = sum(tally.found for tally in tallies)
    missed = {tally.mutation.key: tally.missed_in for tally in tallies if tally.missed_in}
    assert found >= LEAST_SHARE * placed, missed


def test_every_kind_of_fault_has_a_document_to_be_in(tallies: Sequence[Tally]) -> None:
    assert len(tallies) >= LEAST_KINDS
    assert [tally.mutation.key for tally in tallies if not tally.placed] == []


def test_nothing_at_all_is_found_in_a_clean_document(folder: Path) -> None:
    findings = {
        name: [(one.rule.id, one.grade.value, one.excerpt) for one in report.findings]
        for name, report in clean_reports(folder).items()
    }
    assert len(findings) >= LEAST_DOCUMENTS
    assert {name: found for name, found in findings.items() if found} == {}


def test_the_rules_that_faults_name_are_there() -> None:
    named = {rule for mutation in MUTATIONS for rule in mutation.rules}
    assert named <= {rule.id for rule in load_rules()}
    assert len({mutation.key for mutation in MUTATIONS}) == len(MUTATIONS)


def test_the_published_table_has_every_kind() -> None:
    table = TABLE.read_text(encoding="utf-8")
    assert [mutation.key for mutation in MUTATIONS if f"| {mutation.name} |" not in table] == []
