"""A WebP decoded at the size that is needed, which its library can and Pillow does not ask of it.

Pillow decodes one whole and holds it four times over: fifteen bytes for each dot, and 48 million dots are past every
limit. The library, which Pillow has loaded, makes a smaller picture while it decodes and never holds the whole one.
"""

from __future__ import annotations

import ctypes

from PIL import Image, _webp

_ABI = 0x0209  # of the decoder; the library refuses another major one
_RGBA = 1
_OK = 0
_LOSSLESS = 2


class _Features(ctypes.Structure):
    """`WebPBitstreamFeatures`."""

    _fields_ = [
        *((name, ctypes.c_int) for name in ("width", "height", "has_alpha", "has_animation", "format")),
        ("pad", ctypes.c_uint32 * 5),
    ]


class _Rgba(ctypes.Structure):
    """`WebPRGBABuffer`, with the room of the union that it stands in."""

    _fields_ = [
        ("rgba", ctypes.c_void_p),
        ("stride", ctypes.c_int),
        ("size", ctypes.c_size_t),
        ("rest", ctypes.c_uint8 * 56),
    ]


class _Buffer(ctypes.Structure):
    """`WebPDecBuffer`."""

    _fields_ = [
        *((name, ctypes.c_int) for name in ("colorspace", "width", "height", "is_external_memory")),
        ("u", _Rgba),
        ("pad", ctypes.c_uint32 * 4),
        ("private_memory", ctypes.c_void_p),
    ]


_OPTIONS = (
    "bypass_filtering",
    "no_fancy_upsampling",
    "use_cropping",
    "crop_left",
    "crop_top",
    "crop_width",
    "crop_height",
    "use_scaling",
    "scaled_width",
    "scaled_height",
    "use_threads",
    "dithering_strength",
    "flip",
    "alpha_dithering_strength",
)


class _Options(ctypes.Structure):
    """`WebPDecoderOptions`."""

    _fields_ = [*((name, ctypes.c_int) for name in _OPTIONS), ("pad", ctypes.c_uint32 * 5)]


class _Config(ctypes.Structure):
    """`WebPDecoderConfig`."""

    _fields_ = [("input", _Features), ("output", _Buffer), ("options", _Options)]


def lossless(data: bytes) -> bool:
    """Whether it is of the kind that the library has to hold whole, in four bytes for each dot."""
    library, told = ctypes.CDLL(_webp.__file__), _Features()
    asked = library.WebPGetFeaturesInternal
    asked.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_void_p, ctypes.c_int]
    return bool(asked(data, len(data), ctypes.byref(told), _ABI) == _OK and told.format == _LOSSLESS)


def scaled(data: bytes, width: int, height: int) -> Image.Image | None:
    """A still picture at that size in pixels, with its transparency; None where it moves or is damaged."""
    library, config = ctypes.CDLL(_webp.__file__), _Config()  # what that is linked with is found through it
    if not library.WebPInitDecoderConfigInternal(ctypes.byref(config), _ABI):
        return None
    decode, free = library.WebPDecode, library.WebPFreeDecBuffer
    decode.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_void_p]
    config.output.colorspace = _RGBA
    config.options.use_scaling = 1
    config.options.scaled_width, config.options.scaled_height = width, height
    try:
        if decode(data, len(data), ctypes.byref(config)) != _OK:
            return None
        made, size = config.output, (config.output.width, config.output.height)
        dots = ctypes.string_at(made.u.rgba, made.u.stride * made.height)
        return Image.frombytes("RGBA", size, dots, "raw", "RGBA", made.u.stride)
    finally:
        free(ctypes.byref(config.output))
