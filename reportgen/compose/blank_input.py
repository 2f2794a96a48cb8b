"""The input file of a progress report for one agency to fill in: every key, with what the outline gives it."""

from __future__ import annotations

from datetime import date

from reportgen.compose.blank_form import BlankForm, Prefilled
from reportgen.compose.input_form import HOW_TO_FILL
from reportgen.compose.own_task_groups import no_own_tasks, own_task_groups
from reportgen.compose.yaml_text import comment_lines
from reportgen.model.agencies import Agency, AgencyRegister
from reportgen.model.outline import Outline
from reportgen.model.progress_report import KIND, ProgressReport
from reportgen.vietnamese import short_date

_OWN_TASK_HINT = "Bắt buộc đủ các mục đã ghi sẵn viện dẫn dưới đây; có thể tách nhỏ một viện dẫn."


def compose_blank_input(outline: Outline, agency: Agency, register: AgencyRegister, *, day: date) -> str:
    """Return the input file (YAML) for a report of `agency`, with all keys of the model and their explanations.

    The kind, the agency and the citations of its own tasks are filled in, the rest is empty; read as a draft, it is
    valid as it stands. `day` decides which tasks the agency has taken over.

    Raises:
        UnknownAgencyError: the register does not know the agency.
    """
    form = BlankForm(
        values={"loai": KIND, "co_quan": agency.code},
        prefilled={"nhiem_vu_rieng": _own_tasks(outline, agency, register, day)},
        instructions={item.key: item.instructions for item in outline.items},
    )
    issued = outline.issued_with
    head = (
        f"Đầu vào của báo cáo tình hình triển khai {outline.basis.type_name} số {outline.basis.number}:"
        f" {agency.name}. Đề cương: Phụ lục {outline.appendix_number} kèm theo {issued.type_name} số {issued.number};"
        f" tên cơ quan và nhiệm vụ theo ngày {short_date(day)}.",
        *HOW_TO_FILL,
    )
    lines = [line for paragraph in head for line in comment_lines(paragraph)]
    for block in form.top_level(ProgressReport):
        lines += ["", *block]
    return "\n".join(lines) + "\n"


def _own_tasks(outline: Outline, agency: Agency, register: AgencyRegister, day: date) -> Prefilled:
    groups = own_task_groups(outline.tasks_of(agency.code, register, day))
    if not groups:
        return Prefilled(f"{no_own_tasks(outline, agency)} Để trống.", ())
    return Prefilled(
        _OWN_TASK_HINT,
        tuple(
            (f"Nhiệm vụ giao {group.given_to}." if group.given_to else "", {"vien_dan": group.citation})
            for group in groups
        ),
    )
