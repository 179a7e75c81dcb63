"""The state of a form: what is typed in each field, what it means, and where the cursor stands; no Textual here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pmo_tui.domain.fields import Field, Value
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.typed import read, written
from screens.forms.fields import REPLACED, FormField
from screens.forms.suggesting import Suggestions, suggested
from screens.shell.editing import Edit, at_end

SAVE = "@save"
"""The last place of the cursor: the line that saves."""


@dataclass(slots=True)
class Entry:
    """What is typed in one field, what it means, and what stood there at the start."""

    edit: Edit
    value: Value
    start: Value
    start_text: str
    refusal: Refusal | None = None

    @property
    def changed(self) -> bool:
        """Whether it differs from the start."""
        return self.refusal is not None or self.value != self.start


class FormState:
    """Everything a form holds, so that it can be closed and opened again without losing a letter."""

    def __init__(
        self,
        fields: Sequence[FormField],
        values: Mapping[str, Value],
        today: date,
        *,
        at: str = "",
        point: str = ".",
    ) -> None:
        self.fields = {each.name: each for each in fields}
        self.today = today
        self._point = point
        self.entries = {each.name: self._entry(each.field, values.get(each.name)) for each in fields}
        self._begin()
        self.suggestions: Suggestions | None = None
        self.fresh = False
        self.asleep = False
        """Whether a question is to be answered first, so that the cursor stands in no field."""
        self.at = ""
        self.go(at if at in self.stops() else self.stops()[0])

    def _begin(self) -> None:
        """Let what is proposed stand, and nothing stay behind of what follows from others once it no longer does."""
        for each in filter(self._followed, self.fields.values()):
            self.begin_with(each.name, each.field.empty)
        self._propose()

    def _propose(self) -> None:
        """Let what the other values propose stand in every field in which nothing else was typed."""
        for each in self.fields.values():
            if each.proposes is not None and not self.entries[each.name].changed:
                self.begin_with(each.name, each.proposes(self.value))

    def _entry(self, field: Field, value: Value) -> Entry:
        """Give the entry of a field that holds a value."""
        value = field.empty if value is None else value
        text = written(field, value, self._point)
        return Entry(at_end(text), value, value, text)

    def begin_with(self, name: str, value: Value) -> None:
        """Let a field start with another value than the one kept, which is then no change."""
        self.entries[name] = self._entry(self.fields[name].field, value)

    @property
    def form_field(self) -> FormField | None:
        """The field under the cursor, None on the line that saves."""
        return self.fields.get(self.at)

    @property
    def entry(self) -> Entry | None:
        """What is typed in the field under the cursor."""
        return self.entries.get(self.at)

    def is_at(self, name: str) -> bool:
        """Tell whether what is typed now goes to a field."""
        return name == self.at and not self.asleep

    def shown(self) -> list[FormField]:
        """Give the fields that are asked for now."""
        return [each for each in self.fields.values() if each.when is None or each.when(self.value)]

    def stops(self) -> list[str]:
        """Give the places where the cursor can stand."""
        return [each.name for each in self.shown() if not self.is_fixed(each)] + [SAVE]

    def is_fixed(self, each: FormField) -> bool:
        """Tell whether a field can't be typed into now."""
        return each.fixed or self._followed(each) is not None

    def _followed(self, each: FormField) -> Value:
        """Give the value of a field that follows from others, None where it does not."""
        return each.follows(self.value) if each.follows else None

    def value(self, name: str) -> Value:
        """Give the present value of a field; of one that can't be read the one at the start."""
        each, entry = self.fields.get(name), self.entries.get(name)
        if each is None or entry is None:
            return None
        followed = self._followed(each)
        if followed is not None:
            return followed
        return entry.start if entry.refusal else entry.value

    def refusal(self, name: str) -> Refusal | None:
        """Give why a field can't be saved as it is, None where it can."""
        each, entry = self.fields.get(name), self.entries.get(name)
        if each is None or entry is None or entry.refusal or self.is_fixed(each):
            return entry.refusal if entry else None
        if each.required and entry.value == each.field.empty:
            needed = (
                N_("“{field}” is needed: choose one.") if each.picks else N_("“{field}” is needed: type it.")
            )
            return Refusal(needed, field=each.label)
        if each.check is not None:
            try:
                each.check(entry.value, self.value)
            except Refusal as refusal:
                return refusal
        return None

    def first_wrong(self) -> str | None:
        """Give the first field that can't be saved."""
        return next((name for name in self.stops() if self.refusal(name)), None)

    def changed(self) -> list[FormField]:
        """Give the fields that differ from the start, of those that are asked for and can be typed."""
        return [each for each in self.shown() if not self.is_fixed(each) and self.entries[each.name].changed]

    def changes(self) -> dict[str, Value]:
        """Give the new values of the changed fields."""
        return {each.name: self.entries[each.name].value for each in self.changed()}

    def values(self) -> dict[str, Value]:
        """Give the values of all fields that are asked for and hold something."""
        return {
            each.name: self.entries[each.name].value
            for each in self.shown()
            if not self.is_fixed(each) and self.entries[each.name].value != each.field.empty
        }

    def texts(self) -> dict[str, str]:
        """Give what was typed, as a draft keeps it."""
        return {
            name: entry.edit.text
            for name, entry in self.entries.items()
            if entry.edit.text != entry.start_text
        }

    def take(self, texts: Mapping[str, str]) -> None:
        """Take up what was typed before."""
        for name, text in texts.items():
            each = self.fields.get(name)
            if each is not None and not each.fixed:
                self._set(each, at_end(text))

    def go(self, name: str) -> None:
        """Move the cursor to a field."""
        if name != self.at:
            self._settle()
        self.at = name
        self.suggestions = None
        each = self.form_field
        self.fresh = bool(
            each and not each.picks and each.field.kind in REPLACED and self.entries[name].edit.text
        )

    def move(self, steps: int) -> None:
        """Move the cursor so many fields on, or back."""
        stops = self.stops()
        now = stops.index(self.at) if self.at in stops else 0
        self.go(stops[max(0, min(now + steps, len(stops) - 1))])

    def move_section(self, step: int) -> None:
        """Move the cursor to the first field of the next section, or of this one, then of the one before."""
        stops = self.stops()
        first: dict[str, int] = {}
        for number, name in enumerate(stops):
            each = self.fields.get(name)
            first.setdefault(each.section if each else SAVE, number)
        now = stops.index(self.at) if self.at in stops else 0
        starts = sorted(first.values())
        wanted = [number for number in starts if number > now] if step > 0 else [n for n in starts if n < now]
        if wanted:
            self.go(stops[wanted[0] if step > 0 else wanted[-1]])

    def type(self, edit: Edit) -> None:
        """Take in what is typed in the field under the cursor, and suggest what it may become."""
        each, entry = self.form_field, self.entry
        if each is None or entry is None:
            return
        differs = edit.text != entry.edit.text
        self.fresh = False
        if not differs:
            entry.edit = edit
            return
        self._set(each, edit)
        self.suggestions = suggested(each, edit)

    def pick(self, value: Value) -> None:
        """Take in the value picked for the field under the cursor."""
        each = self.form_field
        if each is not None:
            self._set(each, at_end(written(each.field, value, self._point)))

    def complete(self) -> bool:
        """Take the suggestion that is chosen, or the first; tell whether there was one."""
        each, entry, found = self.form_field, self.entry, self.suggestions
        if each is None or entry is None or not found:
            return False
        self.suggestions = None
        text = found.text()
        if text != entry.edit.text:
            self._set(each, at_end(text))
        return True

    def _set(self, each: FormField, edit: Edit) -> None:
        """Put a text into a field and read it."""
        entry = self.entries[each.name]
        entry.edit, entry.refusal = edit, None
        if edit.text == entry.start_text:
            entry.value = entry.start
        else:
            try:
                entry.value = read(each.field, edit.text, self.today, self._point)
            except Refusal as refusal:
                entry.refusal = refusal
        if each.proposes is None:
            self._propose()

    def _settle(self) -> None:
        """Write what stands in the field that the cursor leaves as it is usually written."""
        each, entry = self.form_field, self.entry
        if each is None or entry is None or entry.refusal or entry.value == entry.start:
            return
        entry.edit = at_end(written(each.field, entry.value, self._point))
