"""Pictures and charts of the document tree as DrawingML."""

from __future__ import annotations

from reportgen.document import Chart, Figure, Picture
from reportgen.write.context import WriteContext
from reportgen.write.markup import escape_text, run

EMU_PER_TWIP = 635
_TWIPS_PER_CM = 1440 / 2.54
_TWIPS_PER_PIXEL = 15
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
# Room that a figure leaves on its page for its caption and its source.
_HEIGHT_SHARE = 0.85


def figure_run(figure: Figure, context: WriteContext) -> str:
    """Return the run that holds the picture of `figure`, or its chart drawn as one, within the text area."""
    room = round(context.text_width * figure.width)
    picture = _picture(figure, room, context)
    # A chart is drawn for its width; a picture is shown at 96 pixels to the inch, and never enlarged beyond that.
    width = room if isinstance(figure.content, Chart) else min(room, picture.width * _TWIPS_PER_PIXEL)
    height = round(width * picture.height / picture.width)
    tallest = round(context.page.text_height(landscape=context.section.landscape) * _HEIGHT_SHARE)
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
    return run(
        f'<w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="Hình {number}" descr="{escape_text(alt_text)}"/>'
        f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}">{shape}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
