"""Letterheads spoiled at random: the check never breaks down, and what it passes makes whole letters."""

import dataclasses
import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest
from docx import Document
from lxml import etree

from answer_builder import authorities
from answer_builder.errors import CannotRun
from answer_builder.letter.case import read_case
from answer_builder.letter.compose import compose
from answer_builder.letter.example_case import example_case
from answer_builder.letter.letterhead_check import check_letterhead
from answer_builder.letter.placeholders import placeholders
from answer_builder.letter.render import render
from answer_builder.model import Letter

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = "word/document.xml"
SEEDS = range(240)
NAMES = [name for name, placeholder in placeholders().items() if not placeholder.is_internal]
_TAG = re.compile(r"\{[{%].*?[}%]\}")
_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_ATTRIBUTE = re.compile(r'(w:\w+)="([^"]*)"')
Words = Callable[[random.Random, str], str]


def at_random(pattern: re.Pattern[str], change: Callable[[random.Random, str], str]) -> Words:
    """A change of one of the places that match."""

    def apply(chance: random.Random, xml: str) -> str:
        places = list(pattern.finditer(xml))
        if not places:
            return xml
        place = chance.choice(places)
        return xml[: place.start()] + change(chance, place[0]) + xml[place.end() :]

    return apply


def cut_out_a_character(chance: random.Random, tag: str) -> str:
    at = chance.randrange(len(tag))
    return tag[:at] + tag[at + 1 :]


def split(chance: random.Random, tag: str) -> str:
    at = chance.randrange(1, len(tag))
    return f'{tag[:at]}</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t xml:space="preserve">{tag[at:]}'


def shuffled(chance: random.Random, xml: str) -> str:
    found = list(_PARAGRAPH.finditer(xml))
    one, other = sorted(chance.sample(range(len(found)), 2)) if len(found) > 1 else (0, 0)
    if one == other:
        return xml
    first, second = found[one], found[other]
    return xml[: first.start()] + second[0] + xml[first.end() : second.start()] + first[0] + xml[second.end() :]


def without_an_element(chance: random.Random, xml: str) -> str:
    try:
        root = etree.fromstring(xml.encode())
    except etree.XMLSyntaxError:
        return xml
    element = chance.choice(list(root.iter()))
    if (parent := element.getparent()) is not None:
        parent.remove(element)
    return etree.tostring(root, encoding="unicode")


IN_TAGS: list[Words] = [
    at_random(_TAG, lambda _, tag: ""),
    at_random(_TAG, cut_out_a_character),
    at_random(_TAG, split),
    at_random(_TAG, split),
    at_random(_TAG, lambda _, tag: tag + tag),
    at_random(_TAG, lambda chance, tag: re.sub(r"\w+", chance.choice(NAMES), tag, count=1)),
    at_random(
        _TAG, lambda chance, tag: tag.replace("}}", chance.choice(["|upper }}", "[0] }}", "[1:] }}", "|first }}"]))
    ),
    at_random(_TAG, lambda chance, tag: f"{{% if {chance.choice(NAMES)} %}}{tag}{{% endif %}}"),
    at_random(
        _TAG, lambda chance, tag: f"{{% if {chance.choice(NAMES)}|length > {chance.randrange(9)} %}}{tag}{{% endif %}}"
    ),
    at_random(_TAG, lambda _, tag: tag.replace("{%p", "{%")),
]
IN_XML: list[Words] = [
    at_random(_PARAGRAPH, lambda _, paragraph: ""),
    at_random(_PARAGRAPH, lambda _, paragraph: paragraph + paragraph),
    at_random(_ATTRIBUTE, lambda chance, _: f'w:val="{chance.choice(["", "0", "-1", "99999999", "да"])}"'),
    shuffled,
    without_an_element,
    at_random(re.compile(r"<[^>]*>"), lambda chance, tag: chance.choice(["", tag + tag])),
]


def spoiled(seed: int, template: bytes) -> bytes:
    """One to three changes of the tags, the XML, or the archive."""
    chance = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(chance.randint(1, 3)):
        kind = chance.random()
        if kind < 0.6:
            parts[BODY] = chance.choice(IN_TAGS)(chance, parts[BODY].decode(errors="ignore")).encode()
        elif kind < 0.9:
            name = chance.choice([BODY, BODY, *(name for name in parts if name.endswith((".xml", ".rels")))])
            parts[name] = chance.choice(IN_XML)(chance, parts[name].decode(errors="ignore")).encode()
        elif kind < 0.95:
            name = chance.choice(list(parts))
            parts[name] = chance.choice([b"", parts[name][: len(parts[name]) // 2], b"<a/>", bytes(50)])
        elif (name := chance.choice(list(parts))) != BODY:
            del parts[name]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    whole = bytearray(stream.getvalue())
    if chance.random() < 0.1:
        for _ in range(chance.randint(1, 20)):
            whole[chance.randrange(len(whole))] = chance.randrange(256)
    return bytes(whole)


@cache
def letters() -> tuple[Letter, ...]:
    """Letters of every shape: with and without greeting, number, mark of restriction, attachments, closing."""
    made = []
    for answer in ("solved", "cannot", "extension", "redirect", "no_sender_data", "site_placement", "return_complaint"):
        raw = example_case(answer)
        made.append(compose(read_case(raw, today=date(2026, 11, 22))))
        made.append(compose(read_case(raw | {"attachments": ["раз", "два", "три"]}, today=date(2026, 11, 22))))
    made.append(dataclasses.replace(made[0], restriction=("Для служебного пользования", "Экз. № 1"), large_print=True))
    return tuple(made)


def printed(docx: bytes) -> str:
    """The words of the text and of the first page's headers, in small letters."""
    word = Document(io.BytesIO(docx))
    section = word.sections[0]
    first = section.different_first_page_header_footer
    sides = (section.first_page_header, section.first_page_footer) if first else (section.header, section.footer)
    roots = [word.element.body, *(side._element for side in sides)]
    return "\n".join(
        "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        for root in roots
        for paragraph in root.iter(f"{W}p")
    ).casefold()


def values(letter: Letter) -> list[str]:
    """What must be seen in it, whatever the letterhead is; the body's requisites may be printed on that itself."""
    lists = (
        letter.restriction,
        letter.addressee,
        letter.text,
        letter.closing,
        letter.attachments,
        letter.executor_mark,
    )
    single = (letter.date, letter.reference_number, letter.reference_date, letter.heading, letter.greeting)
    return [value for value in (*single, letter.signatory_name, *(line for lines in lists for line in lines)) if value]


def fits(template: bytes) -> bool:
    """What the check says; a sentence instead of an opinion is one too."""
    try:
        remarks = check_letterhead(template)
    except CannotRun as error:
        assert re.match(r"[А-ЯЁ]", str(error)), error
        return False
    for remark in remarks:
        assert remark.message and remark.remedy and re.search("[а-яё]", remark.message)
    return all(remark.level != "error" for remark in remarks)


@pytest.fixture(scope="module")
def passed(own_letterheads) -> list[tuple[int, bytes]]:
    """Spoiled letterheads that the check finds fit, by seed."""
    bases = [
        *(authorities.letterhead("sakhalin_minstroy", kind) for kind in ("corner", "longitudinal")),
        *own_letterheads.values(),
    ]
    templates = [(seed, spoiled(seed, bases[seed % len(bases)])) for seed in SEEDS]
    return [(seed, template) for seed, template in templates if fits(template)]


def test_some_pass_and_most_do_not(passed):
    assert len(SEEDS) / 10 < len(passed) < len(SEEDS) * 0.8


def test_what_passes_shows_every_value_of_every_letter(passed):
    for seed, template in passed:
        for letter in letters():
            said = printed(render(letter, template))
            lost = [value for value in values(letter) if value.casefold() not in said.replace("\n", "")]
            assert not lost, (seed, letter.answer, lost)
            assert "{{" not in said and "{%" not in said


def test_what_passes_gives_letters_as_valid_as_the_letterhead(passed, open_xml_errors, tmp_path):
    files = []
    for seed, template in passed[:30]:
        for name, content in (("template", template), ("letter", render(letters()[1], template))):
            files.append(tmp_path / f"{seed}-{name}.docx")
            files[-1].write_bytes(content)
    report = open_xml_errors(files)
    for seed, _ in passed[:30]:
        before, after = (
            {re.sub(r"\d+", "", json.dumps(error.get("description", ""))) for error in report[f"{seed}-{name}.docx"]}
            for name in ("template", "letter")
        )
        assert after <= before, (seed, after - before)
