"""An Office file as lint rules see it: named parts, their XML, content types and relationships."""

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from urllib.parse import unquote

from lxml import etree

CONTENT_TYPES = "[Content_Types].xml"
_CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"


@dataclass(frozen=True)
class Relationship:
    """One arrow of the package. `source` is the part that it starts from, empty for the package itself."""

    source: str
    id: str
    target: str
    external: bool

    @property
    def target_part(self) -> str:
        """The name of the part that an internal target means, without the leading slash."""
        path = unquote(self.target.split("#")[0])
        return posixpath.normpath(posixpath.join("/", posixpath.dirname(self.source), path)).lstrip("/")


@dataclass(frozen=True)
class Package:
    """The members of the zip, in its order; a name that occurs twice is in `repeated`."""

    parts: dict[str, bytes]
    repeated: tuple[str, ...] = ()
    _trees: dict[str, etree._Element | None] = field(default_factory=dict)

    @classmethod
    def read(cls, content: bytes) -> "Package":
        """Open the zip.

        Raises:
            zipfile.BadZipFile: `content` is no zip, or a broken one.
        """
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = [info.filename for info in archive.infolist() if not info.is_dir()]
            parts = {name: archive.read(name) for name in names}
        return cls(parts, tuple(sorted({name for name in names if names.count(name) > 1})))

    def tree(self, name: str) -> etree._Element | None:
        """The root of an XML part; `None` when the part is not XML, or not well-formed."""
        if name not in self._trees:
            self._trees[name] = _parse(self.parts[name]) if name.endswith((".xml", ".rels")) else None
        return self._trees[name]

    def trees(self) -> Iterator[tuple[str, etree._Element]]:
        """Every well-formed XML part with its name."""
        for name in self.parts:
            if (root := self.tree(name)) is not None:
                yield name, root

    @cached_property
    def default_types(self) -> set[str]:
        """The extensions, in lower case, that have a content type."""
        return {el.get("Extension", "").lower() for el in self._content_types(f"{_CT}Default")}

    @cached_property
    def override_types(self) -> set[str]:
        """The part names, without the leading slash, that have a content type of their own."""
        return {el.get("PartName", "").lstrip("/") for el in self._content_types(f"{_CT}Override")}

    def _content_types(self, tag: str) -> list[etree._Element]:
        root = self.tree(CONTENT_TYPES) if CONTENT_TYPES in self.parts else None
        return [] if root is None else list(root.iter(tag))

    def relationships(self) -> Iterator[Relationship]:
        """Every relationship of every part and of the package."""
        for name, root in self.trees():
            folder, file = posixpath.split(name)
            if not (posixpath.basename(folder) == "_rels" and file.endswith(".rels")):
                continue
            source = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
            for el in root.iter(f"{_REL}Relationship"):
                external = el.get("TargetMode") == "External"
                yield Relationship(source, el.get("Id", ""), el.get("Target", ""), external)


def _parse(content: bytes) -> etree._Element | None:
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None
