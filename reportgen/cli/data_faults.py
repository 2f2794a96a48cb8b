"""Faults of the data that comes with the program, which its users may edit, as problems."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from reportgen.chart.errors import ChartStyleError
from reportgen.problems import OutputError, Place
from reportgen.problems.command import DATA_FILE_BROKEN
from reportgen.read.data_files import DataFileError


@contextmanager
def faults_of_data_as_problems() -> Iterator[None]:
    """Turn what the readers of outlines and chart styles raise into an `OutputError` with its problem."""
    try:
        yield
    except DataFileError as error:
        raise OutputError(DATA_FILE_BROKEN.at(Place(file=error.file), faults="; ".join(error.faults))) from error
    except ChartStyleError as error:
        place = Place(file=f"charts/{error.path.name}", key=error.key)
        raise OutputError(DATA_FILE_BROKEN.at(place, faults=error.reason)) from error
