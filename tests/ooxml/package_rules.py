"""Lint rules for the package: what holds for Word and Excel files alike."""

from collections.abc import Iterator

from tests.ooxml.package import CONTENT_TYPES, Package


def check_parts(package: Package) -> Iterator[str]:
    """Each member occurs once, and what calls itself XML is well-formed."""
    for name in package.repeated:
        yield f"{name}: occurs twice in the zip"
    for name in package.parts:
        if name.endswith((".xml", ".rels")) and package.tree(name) is None:
            yield f"{name}: not well-formed XML"


def check_content_types(package: Package) -> Iterator[str]:
    """Each part has a content type, by its name or by its extension, and no type is for a part that is not there."""
    for name in package.parts:
        extension = name.rpartition(".")[2].lower()
        if name not in {CONTENT_TYPES, *package.override_types} and extension not in package.default_types:
            yield f"{name}: no content type"
    for name in sorted(package.override_types - package.parts.keys()):
        yield f"{CONTENT_TYPES}: gives a type to `{name}`, which is not in the package"


def check_relationships(package: Package) -> Iterator[str]:
    """Each relationship starts from a part and, unless it leaves the package, leads to one; ids occur once."""
    seen: set[tuple[str, str]] = set()
    for relationship in package.relationships():
        source = relationship.source or "(package)"
        if relationship.source and relationship.source not in package.parts:
            yield f"{source}: has relationships, but is not in the package"
        if (relationship.source, relationship.id) in seen:
            yield f"{source}: relationship id `{relationship.id}` occurs twice"
        seen.add((relationship.source, relationship.id))
        inside = not relationship.external and not relationship.target.startswith("#")
        if inside and relationship.target_part not in package.parts:
            yield f"{source}: relationship `{relationship.id}` leads to `{relationship.target}`, which is not there"
