"""A picture that was sent, decoded and made anew: upright, without place, time or owner, no larger than needed."""

from __future__ import annotations

import io

from PIL import Image, ImageOps
from PIL.JpegImagePlugin import JpegImageFile
from pillow_heif import register_heif_opener

from union.inspection import webp
from union.inspection.answering import answer
from union.inspection.filetypes import FileType, NotTaken, type_of
from union.inspection.findings import Findings

FORMATS = {FileType.JPEG: "JPEG", FileType.PNG: "PNG", FileType.WEBP: "WEBP", FileType.HEIC: "HEIF"}
LONGEST = 4000  # pixels of a side that is kept, at most
OF_PAGE, OF_LIST = 1280, 320  # the same of the pictures that stand on a page and in a list
DECODED_TO = 2500  # of a JPEG the decoder keeps at least this much: a page of a letter at 210 to the inch
MOST_PIXELS = {FileType.JPEG: 170_000_000}  # an eighth of each side can be decoded alone
OTHERWISE = 50_000_000
HELD_WHOLE = 10_000_000  # of a WebP that its library does not make smaller while it decodes: one that moves
MOST_LOSSLESS = 25_000_000  # of a WebP of that kind, which is held whole once
MOST_COEFFICIENTS = 120_000_000  # bytes: a progressive JPEG is held whole in them before anything can be made smaller


def remade(data: bytes) -> Findings:
    """The picture as a JPEG of ours with its two smaller ones. Raises `NotTaken`."""
    kind = type_of(data)
    if kind is FileType.HEIC:
        register_heif_opener(thumbnails=False)
    try:
        with Image.open(io.BytesIO(data), formats=[FORMATS[kind]]) as opened:
            width, height = opened.size
            if width * height > MOST_PIXELS.get(kind, OTHERWISE):  # before anything is decoded
                raise NotTaken("too_many_pixels")
            if coefficients(opened) > MOST_COEFFICIENTS:
                raise NotTaken("progressive")
            made = from_webp(opened, data) if kind is FileType.WEBP else decoded(opened)
            ImageOps.exif_transpose(made, in_place=True)
            upright = plain(made)
            return Findings(FileType.JPEG, saved(upright, 87), *shown(upright))
    except Image.DecompressionBombError:
        raise NotTaken("too_many_pixels") from None
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError, ZeroDivisionError) as fault:
        if isinstance(fault, NotTaken):
            raise
        raise NotTaken("damaged") from None


def decoded(opened: Image.Image) -> Image.Image:
    """The picture, of a JPEG an eighth, a quarter or a half of each side where that is enough."""
    width, height = opened.size
    longest = max(width, height)
    opened.draft(None, (max(1, width * DECODED_TO // longest), max(1, height * DECODED_TO // longest)))
    if max(opened.size) > LONGEST:
        opened.thumbnail((LONGEST, LONGEST), reducing_gap=2.0)
    else:
        opened.load()
    return opened


def from_webp(opened: Image.Image, data: bytes) -> Image.Image:
    """The picture no larger than what is kept of a JPEG, with what says which side is up. Raises `NotTaken`."""
    width, height = opened.size
    longest = max(width, height)
    if longest <= DECODED_TO:
        return decoded(opened)
    if width * height > MOST_LOSSLESS and webp.lossless(data):
        raise NotTaken("too_many_pixels")
    made = webp.scaled(data, max(1, width * DECODED_TO // longest), max(1, height * DECODED_TO // longest))
    if made is None and width * height > HELD_WHOLE:
        raise NotTaken("too_many_pixels" if getattr(opened, "is_animated", False) else "damaged")
    if made is None:
        return decoded(opened)
    made.info["exif"] = opened.info.get("exif", b"")
    return made


def coefficients(opened: Image.Image) -> int:
    """Bytes in which a progressive JPEG is held while it is decoded, however small it is wanted; 0 of any other."""
    if not isinstance(opened, JpegImageFile) or not opened.info.get("progressive"):
        return 0
    width, height = opened.size
    across, down = (max(layer[at] for layer in opened.layer) for at in (1, 2))
    return sum(2 * width * height * layer[1] * layer[2] // (across * down) for layer in opened.layer)


def plain(picture: Image.Image) -> Image.Image:
    """The same without transparency and without anything but its dots."""
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        over = picture.convert("RGBA")
        picture = Image.new("RGB", over.size, "white")
        picture.paste(over, mask=over.getchannel("A"))
    elif picture.mode not in {"RGB", "L"}:
        picture = picture.convert("RGB")
    picture.info = {}  # a writer of JPEG takes comment and profile from there
    return picture


def shown(picture: Image.Image) -> tuple[bytes, bytes]:
    """The picture of a list and that of a page, the second made smaller in place."""
    picture.thumbnail((OF_PAGE, OF_PAGE))
    of_page = saved(picture, 80)
    picture.thumbnail((OF_LIST, OF_LIST))
    return saved(picture, 75), of_page


def saved(picture: Image.Image, quality: int) -> bytes:
    into = io.BytesIO()
    picture.save(into, "JPEG", quality=quality)
    return into.getvalue()


if __name__ == "__main__":
    answer(remade)
