"""Themes: readable at every depth of colour, with exact colours of the palette only."""

from itertools import product

import pytest
from rich.color import Color, ColorSystem

from screens.glyphs import SETS
from screens.terminal.environment import Depth
from screens.themes.catalogue import DARK, LIGHT, MONO, SIXTEEN, THEMES
from screens.themes.ink import Ink, ink_for
from screens.themes.looks import GROUNDS, ROLES
from screens.themes.textual_themes import textual_name, textual_themes


def contrast(first: int, second: int) -> float:
    """The contrast of two colours of the palette, 1 to 21."""

    def light(number: int) -> float:
        parts = [part / 255 for part in Color.from_ansi(number).get_truecolor()]
        red, green, blue = [
            part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        ]
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(first), light(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_theme_knows_every_role_and_ground(theme):
    assert set(theme.roles) == set(ROLES)
    assert set(theme.grounds) == set(GROUNDS)
    for role, ground in product(ROLES, GROUNDS):
        assert Ink(theme).style(role, ground) is not None


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_text_stands_out_from_every_ground(theme):
    heats = {ground for ground in GROUNDS if ground.startswith("heat")}
    everywhere = product(set(ROLES) - {"faint", "cursor"}, set(GROUNDS) - heats)
    on_heats = [("text", each) for each in heats] + [(f"strong {each}", each) for each in heats]
    for role, ground in (*everywhere, *on_heats):
        style = Ink(theme).style(role, ground)
        assert style.color is not None
        assert style.bgcolor is not None
        assert contrast(style.color.number or 0, style.bgcolor.number or 0) >= 3, (role, ground)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_colours_are_exact_in_the_palette(theme):
    looks = [*theme.roles.values(), *theme.grounds.values()]
    numbers = [number for look in looks for number in (look.fore, look.back) if number is not None]
    assert all(16 <= number < 256 for number in numbers)


@pytest.mark.parametrize("theme", textual_themes().values(), ids=textual_themes())
def test_textuals_own_widgets_get_colours_that_survive_256(theme):
    for name in ("primary", "success", "warning", "error", "background", "foreground", "surface", "panel"):
        colour = Color.parse(getattr(theme, name))
        parts = zip(
            colour.downgrade(ColorSystem.EIGHT_BIT).get_truecolor(), colour.get_truecolor(), strict=True
        )
        # Rich may take the neighbour of a grey, which is ten of 255 away.
        assert all(abs(sent - meant) <= 10 for sent, meant in parts)


def test_without_colours_no_style_has_any():
    for role, ground in product(ROLES, GROUNDS):
        style = Ink(MONO).style(role, ground)
        assert style.color is None
        assert style.bgcolor is None


def test_sixteen_colours_stay_within_the_sixteen():
    for role, ground in product(ROLES, GROUNDS):
        style = Ink(SIXTEEN).style(role, ground)
        assert all(colour is None or (colour.number or 0) < 16 for colour in (style.color, style.bgcolor))


@pytest.mark.parametrize("depth", [Depth.SIXTEEN, Depth.NONE])
def test_the_row_of_the_cursor_is_reversed_where_colours_are_few(depth):
    ink = ink_for(depth)
    assert ink.style("bad", "selected").reverse
    assert ink.style("bad", "selected").color is None
    assert ink.style("cursor").reverse
    assert not ink.style("bad").reverse


def test_roles_add_up_and_may_name_their_ground():
    ink = ink_for(Depth.PALETTE)
    assert ink.style("bad strong").bold
    assert ink.style("bad@selected") == ink.style("bad", "selected")
    assert ink.style("bad") is ink.style("bad")


def test_the_theme_is_chosen_where_there_are_colours_enough():
    assert ink_for(Depth.PALETTE, "light").theme is LIGHT
    assert ink_for(Depth.PALETTE, "nothing").theme is DARK
    assert ink_for(Depth.SIXTEEN, "light").theme is SIXTEEN
    assert ink_for(Depth.NONE, "light").theme is MONO
    assert textual_name(Depth.PALETTE, "light") == "pmo-light"
    assert textual_name(Depth.NONE, "light") == "ansi-dark"


@pytest.mark.parametrize("glyphs", SETS.values(), ids=SETS)
def test_health_differs_in_shape_and_letter_in_every_set(glyphs):
    drawn = [glyphs.health(health)[0] for health in ("green", "amber", "red", "grey")]
    assert len({text[0] for text in drawn}) == len({text[1] for text in drawn}) == 4
    assert [text[1] for text in drawn] == ["G", "A", "R", "-"]
    assert glyphs.shape("red")[0] == glyphs.red[0]
    assert len({glyphs.trend(trend)[0] for trend in (1, 0, -1)}) == 3
    assert glyphs.trend(None)[0] == " "


def test_the_ascii_set_is_ascii():
    glyphs = SETS["ascii"]
    assert all(text.isascii() for text in glyphs)
