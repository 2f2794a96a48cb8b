"""The marks over a document: secrecy, urgency, circulation (Decree 30, Appendix I, III.2)."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.document import Blocks, Role, Stamp
from reportgen.model.administrative import AdministrativeDocument
from reportgen.model.administrative_parts import Secrecy, Urgency
from reportgen.vietnamese import upper_vi

# Words and widths in millimetres of the three stamps of urgency (III.2.b).
_URGENCY: Mapping[Urgency, tuple[str, float]] = {
    Urgency.EXPRESS: ("HỎA TỐC", 30),
    Urgency.VERY_URGENT: ("THƯỢNG KHẨN", 40),
    Urgency.URGENT: ("KHẨN", 20),
}
_SECRECY: Mapping[Secrecy, str] = {
    Secrecy.STRICTLY_CONFIDENTIAL: "TUYỆT MẬT",
    Secrecy.HIGHLY_CONFIDENTIAL: "TỐI MẬT",
    Secrecy.CONFIDENTIAL: "MẬT",
}


def compose_marks(document: AdministrativeDocument) -> dict[str, Blocks]:
    """Return the content of the marks' tags; empty where a document has no such mark."""
    marks: dict[str, Blocks] = {"pham_vi_luu_hanh": (), "do_mat": (), "do_khan": ()}
    if document.circulation:
        marks["pham_vi_luu_hanh"] = (Stamp(upper_vi(document.circulation), Role.CIRCULATION),)
    if document.secrecy:
        marks["do_mat"] = (Stamp(_SECRECY[document.secrecy], Role.URGENCY),)
    if document.urgency:
        words, width = _URGENCY[document.urgency]
        marks["do_khan"] = (Stamp(words, Role.URGENCY, width),)
    return marks
