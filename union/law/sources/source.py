"""How well what a figure of the law stands on was checked."""

from enum import StrEnum


class Status(StrEnum):
    """How well a rule was checked."""

    VERIFIED = "VERIFIED"
    """The article or an official copy was read."""
    VERIFIED_2 = "VERIFIED-2"
    """A serious secondary source was read: a decision's abstract, the ministry's simulator, the press."""
    UNVERIFIED = "UNVERIFIED"
    """A reading that nothing settles: shown as an alternative or an assumption, never as certain."""
