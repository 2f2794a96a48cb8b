"""Pictures and charts of the document tree as DrawingML."""

from __future__ import annotations

from reportgen.document import Chart, Figure, Picture
from reportgen.write.context import WriteContext
from reportgen.write.markup import escape_text, run
from reportgen.write.native_chart_parts import ChartShelf
from reportgen.write.xml_parts import R

EMU_PER_TWIP = 635
_EMU_PER_CM = 360_000
_TWIPS_PER_CM = 1440 / 2.54
_TWIPS_PER_PIXEL = 15
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
# Room that a figure leaves on its page for its caption and its source.
_HEIGHT_SHARE = 0.85


def figure_run(figure: Figure, context: WriteContext) -> str:
    """Return the run that holds `figure`, within the text area: its picture, or its chart, drawn or native."""
    room = round(context.text_width * figure.width)
    tallest = round(context.page.text_height(landscape=context.section.landscape) * _HEIGHT_SHARE)
    if context.native_charts is not None and isinstance(figure.content, Chart):
        native = _native_chart_run(figure.content, figure.alt_text, (room, tallest), context.native_charts, context)
        if native is not None:
            return native
    picture = _picture(figure, room, context)
    # A chart is drawn for its width; a picture is shown at 96 pixels to the inch, and never enlarged beyond that.
    width = room if isinstance(figure.content, Chart) else min(room, picture.width * _TWIPS_PER_PIXEL)
    height = round(width * picture.height / picture.width)
    if height > tallest:
        width, height = max(1, round(width * tallest / height)), tallest
    return _picture_run(picture, figure.alt_text, width * EMU_PER_TWIP, max(1, height) * EMU_PER_TWIP, context)


def _picture(figure: Figure, room: int, context: WriteContext) -> Picture:
    if isinstance(figure.content, Picture):
        return figure.content
    if context.draw_chart is None:
        message = "a document with charts needs `draw_chart`"
        raise TypeError(message)
    return context.draw_chart(figure.content, room / _TWIPS_PER_CM)


def _picture_run(picture: Picture, alt_text: str, width: int, height: int, context: WriteContext) -> str:
    number = context.next_id()
    relationship = context.add_picture(picture)
    shape = (
        f'<pic:pic xmlns:pic="{_PIC}"><pic:nvPicPr><pic:cNvPr id="{number}" name="Hình {number}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return _drawing_run(f'<a:graphicData uri="{_PIC}">{shape}</a:graphicData>', alt_text, (width, height), number)


def _native_chart_run(
    chart: Chart, alt_text: str, room: tuple[int, int], shelf: ChartShelf, context: WriteContext
) -> str | None:
    """Return `chart` as one that Word draws within `room`, a width and height in twips; `None` if it cannot."""
    # Imported here, for few documents have such a chart.
    from reportgen.write.native_chart import CHART_NAMESPACE, build_native_chart, is_native  # noqa: PLC0415
    from reportgen.write.native_chart_look import chart_height_cm  # noqa: PLC0415

    if not is_native(chart):
        return None
    width, tallest = room
    width_cm = width / _TWIPS_PER_CM
    height_cm = chart_height_cm(chart, width_cm=width_cm, tallest_cm=tallest / _TWIPS_PER_CM)
    relationship = shelf.add(build_native_chart(chart, width_cm=width_cm, height_cm=height_cm, look=shelf.look))
    size = (width * EMU_PER_TWIP, round(height_cm * _EMU_PER_CM))
    data = (
        f'<a:graphicData uri="{CHART_NAMESPACE}"><c:chart xmlns:c="{CHART_NAMESPACE}" xmlns:r="{R}" '
        f'r:id="{relationship}"/></a:graphicData>'
    )
    return _drawing_run(data, alt_text, size, context.next_id())


def _drawing_run(data: str, alt_text: str, size: tuple[int, int], number: int) -> str:
    """Return a run with graphic `data` of a width and height in EMU, in the line of the text."""
    width, height = size
    return run(
        f'<w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="Hình {number}" descr="{escape_text(alt_text)}"/>'
        f'<a:graphic xmlns:a="{_A}">{data}</a:graphic>'
        "</wp:inline></w:drawing>"
    )
