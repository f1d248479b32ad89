"""`shared.toml`: the sentences and fields that several typical answers share."""

from collections.abc import Mapping
from typing import Any

from answer_builder.catalogue.schema import UNADDRESSED
from answer_builder.catalogue.wording import placeholders
from answer_builder.catalogue.wording_check import BUILT_IN
from answer_builder.content_table import Table


class Shared:
    """The tables of the file; its fields are checked where they are read."""

    def __init__(self, table: Table):
        self.phrases: Mapping[str, str] = table.pairs("phrases")
        self.officials = table.words("officials")  # first words of those whom one writes to without «в»
        self.arrivals: Mapping[str, str] = table.pairs("arrived")  # channel → «поступившее»
        self.instead_of_addressee = table.mapping("instead_of_addressee")  # document → lines
        fields = table.table("fields")
        self.fields: Mapping[str, Mapping[str, Any]] = {key: fields.record(key) for key in fields}
        table.close()
        self._check_phrases(table)
        for document in self.instead_of_addressee:
            if document not in UNADDRESSED:
                table.fail(("instead_of_addressee", document), f"можно только {', '.join(UNADDRESSED)}")

    def _check_phrases(self, table: Table) -> None:
        """No phrase stands in for a value of the case, and none leads back to itself."""
        for name in self.phrases:
            if name in BUILT_IN:
                table.fail(("phrases", name), "это имя занято: так называется значение, которое подставит программа")
            seen: set[str] = set()
            inside = self._mentioned(name)
            while inside - seen:
                seen |= inside
                inside = {deeper for phrase in inside for deeper in self._mentioned(phrase)}
            if name in seen:
                table.fail(("phrases", name), "фраза ссылается сама на себя")

    def _mentioned(self, name: str) -> set[str]:
        return set(placeholders(self.phrases[name]) & self.phrases.keys())
