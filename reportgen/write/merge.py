"""Several Word files as one for printing: each keeps its pages, page numbers, styles, notes and lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from reportgen.problems import InputProblems, Place, Problem
from reportgen.problems import merging as kinds
from reportgen.write.default_look import settle_theme
from reportgen.write.merge_lists import append_lists, refer_to_lists, renumber_lists
from reportgen.write.merge_marks import number_anew, rename_bookmarks
from reportgen.write.merge_notes import append_notes
from reportgen.write.merge_parts import PartCopier
from reportgen.write.merge_sections import BodyAppender
from reportgen.write.merge_styles import default_style, merge_styles, name_default_style, rename_styles
from reportgen.write.word_file import WordFile, relationship_type
from reportgen.write.xml_parts import DOCUMENT_PART, NAMESPACES, NUMBERING_PART, STYLES_PART, w

_SETTINGS_PART = "word/settings.xml"
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_CHANGES = tuple(
    map(
        w,
        (
            *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange"),
            *("sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange", "numberingChange"),
        ),
    )
)


def merge_documents(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the Word files (name and content of each) as one, each beginning on a new page with page number 1.

    Only the merged file and one of the others are held at a time.

    Raises:
        InputProblems: fewer than two files, or one that is no Word file, is not safe, or holds something that cannot
            be carried over unchanged. All problems are in it.
    """
    merger: _Merger | None = None
    problems: list[Problem] = []
    count = 0
    for name, content in files:
        count += 1
        try:
            file = WordFile(name, content)
            found = list(_uncarried(file, merger.target if merger else file))
            problems += found
            if merger is None:
                merger = _Merger(file)
            elif not problems:
                merger.append(file)
        except InputProblems as error:
            problems += error.problems
    if count < 2:
        problems.insert(0, kinds.NOTHING_TO_MERGE.at(Place(), count=count))
    if problems or merger is None:
        raise InputProblems(problems)
    return merger.finish()


def _uncarried(file: WordFile, first: WordFile) -> Iterator[Problem]:
    """What `file` holds that would not be the same behind the `first` one."""
    stories = list(file.stories())
    comments = file.related("comments")
    if comments is not None and len(file.root(comments)):
        yield _cannot(file, "ghi chú (comment)", "comments")
    if any(next(story.iter(*_CHANGES), None) is not None for story in stories):
        yield _cannot(file, "sửa đổi chưa chấp nhận (track changes)", "tracked changes")
    if file.has(NUMBERING_PART) and len(file.relationships(NUMBERING_PART)):
        yield _cannot(file, "danh sách có dấu đầu dòng là hình", "lists with pictures for bullets")
    if _has_even_pages(file) != _has_even_pages(first):
        what = "cách đặt đầu trang của trang chẵn khác với tệp đầu tiên"
        yield _cannot(file, what, "heads of even pages set otherwise than in the first file")


def _cannot(file: WordFile, what: str, what_en: str) -> Problem:
    return kinds.CANNOT_CARRY.at(Place(file=file.name), what=what, what_en=what_en)


def _has_even_pages(file: WordFile) -> bool:
    """Whether even pages have heads of their own, which holds for all of a file."""
    if not file.has(_SETTINGS_PART):
        return False
    setting = file.root(_SETTINGS_PART).find("w:evenAndOddHeaders", NAMESPACES)
    return setting is not None and setting.get(w("val"), "1") not in {"0", "false", "off"}


def _prefixes_of(file: WordFile) -> dict[str, str]:
    """The prefixes that the root element of the document declares, with what they stand for."""
    return {prefix: uri for prefix, uri in file.root(DOCUMENT_PART).nsmap.items() if prefix}


class _Merger:
    """Appends one file after another to the first, `target`."""

    def __init__(self, target: WordFile) -> None:
        self.target = target
        # A copy of the styles for Word 2010, which would no longer be one.
        target.remove_related("stylesWithEffects")
        self._copier = PartCopier(target)
        self._bodies = BodyAppender(target)
        self._count = 1
        self._bookmarks: set[str] = set()
        self._styles: dict[tuple[bytes, bytes], dict[str, str]] = {}
        self._prefixes = _prefixes_of(target)
        self._ignorable = target.root(DOCUMENT_PART).get(_IGNORABLE, "").split()
        self._defaults = {kind: default_style(target.root(STYLES_PART), kind) for kind in ("paragraph", "table")}
        rename_bookmarks(target.body, (), self._bookmarks, 1)

    def append(self, file: WordFile) -> None:
        """Put `file` after what is there; it is used up."""
        self._count += 1
        stories = list(file.stories())
        self._remember_prefixes(file.root(DOCUMENT_PART))
        has_lists_in_styles = self._merge_lists(file, stories)
        self._merge_styles(file, stories, share=not has_lists_in_styles)
        rename_bookmarks(file.body, stories, self._bookmarks, self._count)
        append_notes(self.target, file, self._copier)
        self._copier.copy_references(file, DOCUMENT_PART, file.body, DOCUMENT_PART)
        self._bodies.append(file)

    def _merge_lists(self, file: WordFile, stories: list[etree._Element]) -> bool:
        """Take over the lists; say whether styles refer to some, so that they cannot be another file's styles."""
        if not file.has(NUMBERING_PART):
            return False
        if not self.target.has(NUMBERING_PART):
            empty = etree.Element(w("numbering"), nsmap={"w": NAMESPACES["w"]})
            self.target.add(NUMBERING_PART, etree.tostring(empty), file.content_type(NUMBERING_PART))
            self.target.relate(DOCUMENT_PART, relationship_type("numbering"), NUMBERING_PART)
        styles = file.root(STYLES_PART)
        numbers = renumber_lists(file.root(NUMBERING_PART), self.target.root(NUMBERING_PART), self._count)
        refer_to_lists((*stories, styles), numbers)
        return next(styles.iter(w("numId")), None) is not None

    def _merge_styles(self, file: WordFile, stories: list[etree._Element], *, share: bool) -> None:
        """Take over the styles; with `share`, a file with the very same ones as an earlier file gets those."""
        roots = [*stories, *([file.root(NUMBERING_PART)] if file.has(NUMBERING_PART) else [])]
        theme, own_theme = file.related("theme"), self.target.related("theme")
        theme_content = file.content(theme) if theme else b""
        if theme_content != (self.target.content(own_theme) if own_theme else b""):
            settle_theme((*roots, file.root(STYLES_PART)), file.root(theme) if theme else None)
        defaults = {kind: default_style(file.root(STYLES_PART), kind) for kind in self._defaults}
        key = (file.content(STYLES_PART), theme_content)
        renamed = self._styles.get(key) if share else None
        if renamed is None:
            renamed = merge_styles(self.target.root(STYLES_PART), file.root(STYLES_PART), self._count)
            self._styles[key] = renamed
        rename_styles(roots, renamed)
        for kind, default in defaults.items():
            new = renamed.get(default, default) if default else None
            if new is not None and new != self._defaults[kind]:
                name_default_style(stories, kind, new)
        if file.has(NUMBERING_PART):
            append_lists(self.target.root(NUMBERING_PART), file.root(NUMBERING_PART))

    def _remember_prefixes(self, root: etree._Element) -> None:
        """Note the extensions that a reader may ignore, which are named by prefixes of the root element."""
        for prefix in root.get(_IGNORABLE, "").split():
            uri = root.nsmap.get(prefix)
            if uri is not None and self._prefixes.setdefault(prefix, uri) == uri and prefix not in self._ignorable:
                self._ignorable.append(prefix)

    def finish(self) -> bytes:
        """Return the merged file."""
        root = self.target.root(DOCUMENT_PART)
        if len(self._prefixes) > len(root.nsmap):
            # Prefixes can be declared on a new element only.
            new = etree.Element(root.tag, nsmap=self._prefixes)
            new.attrib.update(root.attrib)
            new.extend(list(root))
            self.target.replace_root(DOCUMENT_PART, new)
            root = new
        if self._ignorable:
            root.set(_IGNORABLE, " ".join(self._ignorable))
        number_anew(root)
        return self.target.to_bytes()
