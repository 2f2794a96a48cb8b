"""The data that is shipped with the program and that its users may edit: where it is, and loading it.

In a checkout the folders stand at the top; in an installed package they stand in `reportgen/data`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import yaml
from pydantic import ValidationError

from reportgen.model.agencies import AgencyRegister
from reportgen.problems import ReportgenError

if TYPE_CHECKING:
    from reportgen.model.document_kinds import DocumentKinds
    from reportgen.model.index_set import IndexSet
    from reportgen.model.outline import Outline
    from reportgen.model.tile_map import TileMaps
    from reportgen.model.yearly_targets import YearlyTargets

DataFolder = Literal["outlines", "templates_vi", "charts", "samples"]
_Loaded = TypeVar("_Loaded")

_PACKAGE = Path(__file__).resolve().parent.parent
_REGISTER = "co_quan"
_DOCUMENT_KINDS = "loai_van_ban"
_INDEX_SETS = "dti_"
_TILE_MAPS = "ban_do_o_tinh"
_FAULT_WORDS = {
    "missing": "thiếu khóa này",
    "extra_forbidden": "không có khóa này",
    "enum": "phải là một trong {expected}",
    "string_pattern_mismatch": "“{input}” không đúng mẫu {pattern}",
    "value_error": "{error}",
}
_OTHER_FAULT = "giá trị không dùng được: {input} ({msg})"


class DataFileError(ReportgenError):
    """A shipped folder or file is missing, or no longer says what it has to.

    Attributes:
        file: The file or folder, as "outlines/co_quan.yaml".
        faults: What is wrong, in Vietnamese, one text for each fault.
    """

    def __init__(self, file: str, *faults: str) -> None:
        self.file = file
        self.faults = faults
        super().__init__(f"{file}: {'; '.join(faults)}")


def data_folder(name: DataFolder) -> Path:
    """Return the shipped folder `name`.

    Raises:
        DataFileError: the folder is neither in the installed package nor in a checkout.
    """
    return find_data_folder(_PACKAGE, name)


def find_data_folder(package: Path, name: str) -> Path:
    """Return the folder `name` that belongs to the package at `package`: inside it, or beside it in a checkout.

    Raises:
        DataFileError: there is no such folder.
    """
    candidates = [package / "data" / name]
    # Beside an installed package stand other people's packages, so only a project's own folder counts.
    if (package.parent / "pyproject.toml").is_file():
        candidates.append(package.parent / name)
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise DataFileError(name, "không tìm thấy thư mục dữ liệu kèm theo chương trình")


@cache
def load_register() -> AgencyRegister:
    """Return the register of agencies, read once.

    Raises:
        DataFileError: the file is missing or not a valid register.
    """
    return read_register(data_folder("outlines"))


@cache
def load_outline(name: str) -> Outline:
    """Return the prescribed outline `name` ("bao_cao_749"), read once.

    Raises:
        DataFileError: the file is missing or not a valid outline.
    """
    return read_outline(data_folder("outlines"), name)


@cache
def load_yearly_targets(name: str) -> YearlyTargets:
    """Return the plan `name` ("ke_hoach_483") with its targets for each year, read once.

    Raises:
        DataFileError: the file is missing or not a valid plan.
    """
    return read_yearly_targets(data_folder("outlines"), name)


@cache
def load_document_kinds() -> DocumentKinds:
    """Return the kinds of documents and copies, read once.

    Raises:
        DataFileError: the file is missing or not valid.
    """
    return read_document_kinds(data_folder("outlines"))


@cache
def load_index_set(key: str) -> IndexSet:
    """Return the index set `key` ("dti_cap_tinh_922"), read once.

    Raises:
        DataFileError: the file is missing or not a valid index set.
    """
    return read_index_set(data_folder("outlines"), key)


@cache
def load_tile_maps() -> TileMaps:
    """Return the maps of tiles of the provinces, read once.

    Raises:
        DataFileError: the file is missing or not valid.
    """
    from reportgen.model.tile_map import TileMaps  # noqa: PLC0415  a command that needs none is spared the time

    return _read(data_folder("outlines"), _TILE_MAPS, TileMaps.model_validate)


def index_set_keys() -> tuple[str, ...]:
    """Return the keys of the shipped index sets, in alphabetical order.

    Raises:
        DataFileError: the folder of outlines is missing.
    """
    return tuple(sorted(path.stem for path in data_folder("outlines").glob(f"{_INDEX_SETS}*.yaml")))


def read_register(folder: Path) -> AgencyRegister:
    """Return the register of agencies in `folder`.

    Raises:
        DataFileError: the file is missing or not a valid register.
    """
    return _read(folder, _REGISTER, AgencyRegister.model_validate)


def read_outline(folder: Path, name: str) -> Outline:
    """Return the outline `name` in `folder`.

    Raises:
        DataFileError: the file is missing or not a valid outline.
    """
    from reportgen.model.outline import Outline  # noqa: PLC0415  a command that needs none is spared the time

    return _read(folder, name, Outline.model_validate)


def read_yearly_targets(folder: Path, name: str) -> YearlyTargets:
    """Return the plan `name` in `folder`.

    Raises:
        DataFileError: the file is missing or not a valid plan.
    """
    from reportgen.model.yearly_targets import YearlyTargets  # noqa: PLC0415  a command that needs neither is spared the time

    return _read(folder, name, YearlyTargets.model_validate)


def read_document_kinds(folder: Path) -> DocumentKinds:
    """Return the kinds of documents and copies in `folder`.

    Raises:
        DataFileError: the file is missing or not valid.
    """
    from reportgen.model.document_kinds import DocumentKinds  # noqa: PLC0415  a command that needs neither is spared the time

    return _read(folder, _DOCUMENT_KINDS, DocumentKinds.model_validate)


def read_index_set(folder: Path, key: str) -> IndexSet:
    """Return the index set `key` in `folder`.

    Raises:
        DataFileError: the file is missing or not a valid index set.
    """
    from reportgen.model.index_set import IndexSet  # noqa: PLC0415  a command that needs none is spared the time

    return _read(folder, key, IndexSet.model_validate)


def _read(folder: Path, name: str, validate: Callable[[Any], _Loaded]) -> _Loaded:
    shown = f"{folder.name}/{name}.yaml"
    # Only a file of the folder itself: a name with a path in it is not one of them.
    path = {entry.stem: entry for entry in folder.glob("*.yaml")}.get(name)
    if path is None:
        raise DataFileError(shown, "không có tệp này")
    try:
        return validate(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))
    except yaml.YAMLError as error:
        raise DataFileError(shown, f"không phải YAML hợp lệ: {' '.join(str(error).split())}") from error
    except ValidationError as error:
        raise DataFileError(shown, *_describe(error)) from error


def _describe(error: ValidationError) -> Iterator[str]:
    """Yield each fault in Vietnamese, with the path of keys and positions (from 0) that leads to it."""
    for fault in error.errors(include_url=False):
        path = ".".join(str(part) for part in fault["loc"])
        words = _FAULT_WORDS.get(fault["type"], _OTHER_FAULT).format(**fault, **fault.get("ctx", {}))
        yield f"{path}: {words}" if path else words
