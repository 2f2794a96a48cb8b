"""The tasks that one agency has of its own, group by group as they are cited; each is reported on by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from reportgen.model.agencies import Agency
from reportgen.model.outline import AssignedTask, Outline
from reportgen.vietnamese import Citation, Provision, format_provisions


@dataclass(frozen=True, slots=True)
class OwnTaskGroup:
    """Provisions that are cited together and give the agency tasks; `given_to` names whom it took them over from."""

    provisions: tuple[Provision, ...]
    given_to: str | None = None

    @property
    def citation(self) -> str:
        """The citation of the group by itself, down to the article: "khoản 3, 4 Mục VII Điều 1"."""
        return format_provisions(self.provisions)


def own_task_groups(tasks: Iterable[AssignedTask]) -> tuple[OwnTaskGroup, ...]:
    """Return the groups of provisions cited by `tasks`, in order; what two bodies had in common stands once."""
    groups: dict[tuple[Provision, ...], OwnTaskGroup] = {}
    for assigned in tasks:
        given_to = assigned.given_to if assigned.is_inherited else None
        for provisions in split_by_group(assigned.task.citation):
            groups.setdefault(provisions, OwnTaskGroup(provisions, given_to))
    return tuple(groups.values())


def split_by_group(citation: Citation) -> tuple[tuple[Provision, ...], ...]:
    """Return the provisions of each group of `citation`: "khoản 3, 4 mục VII; khoản 2 mục VIII Điều 1" has two."""
    provisions = iter(citation.provisions)
    # The larger parts of a group add nothing but what follows their first number, which the smaller part belongs to.
    sizes = (1 + sum(len(part.items) - 1 for part in group) for group in citation.groups)
    return tuple(tuple(islice(provisions, size)) for size in sizes)


def no_own_tasks(outline: Outline, agency: Agency) -> str:
    """Return the sentence that says that the document reported on gives `agency` no tasks of its own."""
    return f"{outline.basis.type_name} số {outline.basis.number} không giao nhiệm vụ đặc thù cho {agency.name}."
