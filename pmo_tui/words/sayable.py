"""What can be said: a sentence not yet translated, with its values."""

from collections.abc import Mapping
from typing import Protocol


class Sayable(Protocol):
    """Anything that carries a sentence still to be translated and the values that fill it: a refusal."""

    @property
    def message(self) -> str:
        """The English template, which is also the key of its translations."""

    @property
    def values(self) -> Mapping[str, object]:
        """What stands in the places that the template names."""
