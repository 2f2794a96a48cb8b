"""The publications of `editions` as fixtures."""

import pytest

from reportgen.compose.publication.content import Publication, PublicationPart
from tests.compose.publication import editions


@pytest.fixture(scope="session")
def provinces_2022() -> PublicationPart:
    """The real results of 2022."""
    return editions.provinces_2022()


@pytest.fixture(scope="session")
def ministries_2022() -> PublicationPart:
    """Invented figures of two groups of ministries and two years."""
    return editions.ministries_2022()


@pytest.fixture(scope="session")
def publication() -> Publication:
    """Both under one cover."""
    return editions.publication()
