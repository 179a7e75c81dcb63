"""Which language to speak: what was asked for, then what was set, then what the system says."""

from collections.abc import Mapping


def choose(flag: str | None, config: str | None, environ: Mapping[str, str]) -> str:
    """Choose "fr" or "en" from --lang, config.toml and the locale variables, in this order."""
    candidates = (flag, config, environ.get("LC_ALL"), environ.get("LC_MESSAGES"), environ.get("LANG"))
    first = next((name for name in candidates if name), "")
    return "fr" if _primary(first) == "fr" else "en"


def _primary(name: str) -> str:
    """Take the language out of a locale's name: "fr" from "fr_CA.UTF-8"."""
    for mark in "_-.@":
        name = name.partition(mark)[0]
    return name.lower()
