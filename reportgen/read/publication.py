"""Reading the file of an edition of the annual publication: what it names is found, texts in files are taken in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reportgen.model.agencies import AgencyRegister
from reportgen.model.fields import LONGEST_TEXT
from reportgen.model.input_model import KeyPath, MissingItem, iter_missing, iter_narratives
from reportgen.model.publication import KIND, EditionData, PartInput, PublicationInput
from reportgen.problems import OutputError, Place, Problem
from reportgen.problems import files as file_kinds
from reportgen.problems import publication as kinds
from reportgen.read.data_files import index_set_keys
from reportgen.read.input_reading import InputReading, in_order
from reportgen.read.inside_folder import find_inside, nearest_name
from reportgen.read.publication_checks import check_edition_values, is_file_name, is_year, iter_editions
from reportgen.read.schema import INPUT_MODELS
from reportgen.read.source import Source
from reportgen.read.validation import Validated, find_nearest, validate_input
from reportgen.read.yaml_source import read_yaml
from reportgen.vietnamese.unicode_forms import compose

_DATA_SUFFIXES = (".csv", ".xlsx", ".txt", ".tsv")
_TEXT_SUFFIX = ".md"
_KEYS_OF_A_TABLE = ("nam", "bo_chi_so", "thang_do")
_KEYS_OF_UNITS = ("nam", "don_vi_theo_ngay")


@dataclass(frozen=True, slots=True)
class ReadPublication:
    """An edition as far as it could be read: `publication` with its texts taken in, and the path of each data file.

    `agency` is the name of the issuer on the day of the edition. `data_files` are by path of keys: those of `so_lieu`
    in the parts and their earlier editions; where an error stands in the way of reading a table, its file is left
    out. `missing` is what a draft leaves open (empty in the final form).
    """

    publication: PublicationInput
    agency: str
    source: Source
    data_files: Mapping[KeyPath, Path]
    missing: tuple[MissingItem, ...] = ()
    text_files: Mapping[KeyPath, Path] = field(default_factory=dict)

    def place(self, path: KeyPath) -> Place:
        """Return where the value at `path` stands: in the edition's file, or in the Markdown file that it names."""
        if path in self.text_files:
            return Place(file=str(self.text_files[path]), line=1, column=1)
        return self.source.place(path)


def read_publication(
    data: bytes, file: str, *, register: AgencyRegister, folder: Path, draft: bool
) -> tuple[ReadPublication | None, list[Problem]]:
    """Read `data`, the bytes of `file`, and return the edition with every problem found, in the order of the lines.

    Files that it names are looked for in `folder` and below. Where an error concerns single values, the edition comes
    without them or with an example in their place, so that its texts and tables can be checked in the same run; it is
    `None` if nothing could be read.

    Raises:
        OutputError: a file that it names is there and cannot be read.
    """
    source, problems = read_yaml(data, file)
    if source is None:
        return None, problems
    kind = source.root.get("loai") if isinstance(source.root, dict) else None
    if isinstance(kind, str) and kind != KIND and kind in INPUT_MODELS:
        # Nothing else in it is what it should be, so nothing else is told.
        return None, [kinds.NOT_A_PUBLICATION.at(source.place(("loai",)), found=kind, file=file)]
    validated = validate_input(PublicationInput, source)
    problems = [*problems, *validated.problems]
    if validated.value is None:
        return None, in_order(problems)
    reading = _Reading(source, validated, register, folder)
    read = reading.finish(validated.value, draft=draft)
    return read, in_order([*problems, *reading.problems])


class _Reading(InputReading):
    """The checks that need the register, the folder or more than one key."""

    def __init__(
        self, source: Source, validated: Validated[PublicationInput], register: AgencyRegister, folder: Path
    ) -> None:
        super().__init__(source, validated, register)
        self.folder = folder
        self.data_files: dict[KeyPath, Path] = {}
        self.text_files: dict[KeyPath, Path] = {}

    def finish(self, publication: PublicationInput, *, draft: bool) -> ReadPublication:
        agency = self.resolve_issuer(publication.agency, publication.day)
        self._check_parts(publication)
        publication = self._take_in_texts(publication)
        missing = self.keep_missing(iter_missing(publication), draft=draft)
        name = agency.name if agency else publication.agency
        return ReadPublication(publication, name, self.source, self.data_files, missing, self.text_files)

    def _check_parts(self, publication: PublicationInput) -> None:
        if not publication.parts and not self.is_refused(("phan",)):
            self.problems.append(kinds.NO_PARTS.at(self.source.key_place(("phan",))))
        self.problems += check_edition_values(publication, self.source, self.is_refused)
        for path, edition in iter_editions(publication):
            self._check_edition(edition, path, publication.parts[int(path[1])])

    def _check_edition(self, edition: EditionData, path: KeyPath, part: PartInput) -> None:
        """Find the data file of `edition`, one of `part`; it is kept if all that reading it takes is right."""
        known = index_set_keys()
        where: KeyPath = (*path, "bo_chi_so")
        if edition.index_set not in known and not self.is_refused(where):
            nearest = find_nearest(edition.index_set, {key: key for key in known})
            allowed = ", ".join(f"`{key}`" for key in known)
            place = self.source.place(where)
            self.problems.append(
                kinds.UNKNOWN_INDEX_SET.at(place, found=edition.index_set, allowed=allowed, nearest=nearest)
            )
        where = (*path, "so_lieu")
        found = None if self.is_refused(where) else self._find(edition.data, where, _DATA_SUFFIXES)
        # The units of an earlier edition are those that its part ranks.
        needed = [*((*path, key) for key in _KEYS_OF_A_TABLE), *((*path[:2], key) for key in _KEYS_OF_UNITS)]
        is_known = edition.index_set in known and is_year(edition.year) and is_year(part.year)
        if found is not None and is_known and not any(map(self.is_refused, needed)):
            self.data_files[where] = found

    def _find(self, relative: str, path: KeyPath, suffixes: tuple[str, ...]) -> Path | None:
        """Return the file that the value at `path` names; note a problem if there is none."""
        place = self.source.place(path)
        inside = self.folder.resolve()
        real = find_inside(inside, relative)
        if real is None:
            self.problems.append(kinds.OUTSIDE_FOLDER.at(place, found=relative))
        elif not real.is_file():
            nearest = nearest_name(inside, relative, suffixes)
            self.problems.append(kinds.NO_SUCH_FILE.at(place, found=relative, nearest=nearest))
        else:
            # Named as the caller names the folder: messages show it.
            return self.folder / real.relative_to(inside)
        return None

    def _take_in_texts(self, publication: PublicationInput) -> PublicationInput:
        """Return `publication` with the content of Markdown files in place of their names."""
        for path, text in iter_narratives(publication):
            name = text.strip()
            if "\n" in name or not name.lower().endswith(_TEXT_SUFFIX):
                if is_file_name(name):
                    self.problems.append(kinds.NAME_OF_A_FILE.at(self.source.place(path), found=name))
                continue
            real = self._find(name, path, (_TEXT_SUFFIX,))
            content = self._read_text(real, name, path) if real is not None else None
            if real is not None and content is not None:
                self.text_files[path] = real
                publication = _with_text(publication, path, content)
        return publication

    def _read_text(self, real: Path, name: str, path: KeyPath) -> str | None:
        place = self.source.place(path)
        try:
            data = real.read_bytes()
        except OSError as error:
            reason = error.strerror or "lỗi không rõ"
            raise OutputError(file_kinds.CANNOT_READ.at(Place(file=str(real)), reason=reason)) from error
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            self.problems.append(kinds.NOT_UTF8.at(place, found=name))
            return None
        if len(text) > LONGEST_TEXT:
            self.problems.append(kinds.TEXT_TOO_LARGE.at(place, found=name, limit=LONGEST_TEXT))
            return None
        return compose(text.replace("\r\n", "\n")).rstrip()


def _with_text(publication: PublicationInput, path: KeyPath, text: str) -> PublicationInput:
    """Return `publication` with `text` at `path`: one of its own texts, or that of a part."""
    update: dict[str, Any]
    match path:
        case ("phan", int(index), _):
            parts = list(publication.parts)
            parts[index] = parts[index].model_copy(update={"comment": text})
            update = {"parts": tuple(parts)}
        case ("loi_noi_dau",):
            update = {"foreword": text}
        case _:
            update = {"closing": text}
    return publication.model_copy(update=update)
