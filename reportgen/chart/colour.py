"""Colours as numbers: how light they are, ink that can be read on them, and shades between them."""

from __future__ import annotations

from collections.abc import Sequence


def luminance(colour: str) -> float:
    """Return how light `colour` ("#RRGGBB") is, from 0 (black) to 1 (white), by the rule for contrast on screens."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def grey(colour: str) -> float:
    """Return the grey that a printer makes of `colour`, from 0 (black) to 1 (white)."""
    red, green, blue = _parts(colour)
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


def readable_ink(ground: str, dark: str, light: str) -> str:
    """Return which of the inks `dark` and `light` stands out more from `ground`."""
    here = luminance(ground)
    above, below = (luminance(light) + 0.05) / (here + 0.05), (here + 0.05) / (luminance(dark) + 0.05)
    return dark if below >= above else light


def shade(ramp: Sequence[str], share: float) -> str:
    """Return the colour at `share` (0 to 1) of `ramp`, whose colours are evenly spaced."""
    place = min(max(share, 0.0), 1.0) * (len(ramp) - 1)
    first = min(int(place), len(ramp) - 2)
    mix = place - first
    ends = zip(_parts(ramp[first]), _parts(ramp[first + 1]), strict=True)
    return "#" + "".join(f"{round(one + (other - one) * mix):02X}" for one, other in ends)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(part: float) -> float:
    # The curve of sRGB.
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
