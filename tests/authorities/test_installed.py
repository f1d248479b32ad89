"""The bodies of an installation: an own one, and a shipped one of which only some keys or a letterhead are changed."""

import pytest

from answer_builder import authorities
from answer_builder.errors import BrokenContent, CannotRun

PROFILE = """
title = "Комитет"
short_name = "комитет"
accusative = "комитет"
order = "Порядок"
order_code = "901"

[requisites]
name = "КОМИТЕТ"
address = "ул. Садовая, д. 1"
phone = "(42) 00-00-01"
email = "k@example.ru"
site = "example.ru"

[letterheads]
corner = "corner.docx"

[signatories.head]
name = "Лаптев Пётр Ильич"
position = ["Председатель"]

[settings]
letterhead = "corner"
signatory = "head"
gost_edition = "2025"
initials = "after"
"""
BODY = "letter_templates/committee"
SHIPPED = "letter_templates/sakhalin_minstroy"


def complaint() -> str:
    with pytest.raises(BrokenContent) as error:
        authorities.all_authorities()
    return str(error.value)


def minstroy() -> authorities.Authority:
    return authorities.all_authorities()["sakhalin_minstroy"]


def test_a_body_of_ones_own(own):
    own.put(f"{BODY}/authority.toml", PROFILE)
    own.put(f"{BODY}/corner.docx", b"its letterhead")
    own.put(f"{BODY}/emblem.png", b"a picture for whoever edits it")
    assert authorities.all_authorities()["committee"].origin == str(own.home / BODY)
    assert authorities.letterhead("committee", "corner") == b"its letterhead"
    assert minstroy().origin == "поставка"


class TestChangingAShippedBody:
    def test_an_own_file_holds_only_what_it_changes(self, own):
        own.put(
            f"{SHIPPED}/authority.toml",
            '[requisites]\nphone = "(4242) 11-11-11"\n[signatories.minister]\nname = "Гуров Павел Ильич"\n'
            '[settings]\nlarge_print = true\n[clauses]\n"9.9" = "Новый пункт"\n',
        )
        body = minstroy()
        assert body.requisites["phone"] == "(4242) 11-11-11"
        assert body.requisites["email"] == "minstroy@sakhalin.gov.ru"
        assert body.signatories["minister"].name == "Гуров Павел Ильич"
        assert body.signatories["minister"].position == ("Министр строительства", "Сахалинской области")
        assert (body.large_print, body.letterhead) == (True, "corner")
        assert {"9.9", "2.2"} <= body.clauses.keys()
        assert body.origin == str(own.home / SHIPPED)

    def test_a_list_is_replaced_whole(self, own):
        own.put(f"{SHIPPED}/authority.toml", '[signatories.minister]\nposition = ["Министр"]\n')
        assert minstroy().signatories["minister"].position == ("Министр",)

    def test_a_letterhead_alone_stands_in_for_the_shipped_one(self, own):
        own.put(f"{SHIPPED}/letterhead_corner.docx", b"ours")
        assert authorities.letterhead("sakhalin_minstroy", "corner") == b"ours"
        assert authorities.letterhead("sakhalin_minstroy", "longitudinal")[:2] == b"PK"

    def test_false_takes_an_entry_away(self, own):
        own.put(
            f"{SHIPPED}/authority.toml",
            '[signatories]\nfirst_deputy = false\n[letterheads]\nlongitudinal = false\n[clauses]\n"2.2" = false\n',
        )
        body = minstroy()
        assert (list(body.signatories), list(body.letterheads)) == (["minister"], ["corner"])
        assert "2.2" not in body.clauses

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            ("[signatories]\nminister = false\n", ", поле «settings.signatory»: подписанта «minister» нет"),
            ("[signatories]\nministr = false\n", ", строка 2, поле «signatories.ministr»: в поставке этого нет"),
            ('[settings]\nsignatory = "head"\n', ", строка 2, поле «settings.signatory»: подписанта «head» нет"),
            ('[settings]\ninitials = "нет"\n', ", строка 2, поле «settings.initials»: «нет» не подходит"),
            ('[settings]\nsurvey_url = "http://a"\n', ", строка 2, поле «settings.survey_url»: нужен адрес"),
            ('[requisites]\nfax = "1"\n', ", строка 2, поле «requisites.fax»: такого поля нет"),
            ("[requisites]\nphone = false\n", ", строка 2, поле «requisites.phone»: нужна непустая строка"),
            ("signatories = 5\n", ", строка 1, поле «signatories»: нужна таблица"),
            ('[signatories.head]\nname = "Гуров П.И."\n', ", строка 1, поле «signatories.head.position»: нужна"),
            ('[letterheads]\nthird = "third.docx"\n', ", строка 2, поле «letterheads.third»: файла «third.docx»"),
            ('[letterheads]\ncorner = "../../x.docx"\n', ", строка 2, поле «letterheads.corner»: файла «../../"),
            ("colour = 1\n", ", строка 1, поле «colour»: такого поля нет"),
        ],
    )
    def test_what_is_wrong_is_named(self, own, content, words):
        path = own.put(f"{SHIPPED}/authority.toml", content)
        assert complaint().startswith(f"{path}{words}")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (f"{BODY}/corner.docx", "committee: нет файла authority.toml, а органа «committee» в поставке нет"),
        (f"{SHIPPED}/letterhead_coner.docx", "letterhead_coner.docx: такого бланка нет в [letterheads] органа."),
        (f"{SHIPPED}/settings.toml", "settings.toml: здесь нужен только один файл .toml, authority.toml"),
    ],
)
def test_a_file_that_nobody_would_read_is_named(own, place, words):
    own.put(place, b"")
    assert words in complaint()


def test_an_unfinished_profile_of_a_new_body_is_named(own):
    path = own.put(f"{BODY}/authority.toml", PROFILE.replace('site = "example.ru"\n', ""))
    assert complaint().startswith(f"{path}, строка 8, поле «requisites.site»: нужна непустая строка")


def test_the_installations_own_body_must_exist(own, monkeypatch):
    own.put(f"{BODY}/authority.toml", PROFILE)
    own.put(f"{BODY}/corner.docx", b"")
    monkeypatch.setenv("ANSWER_BUILDER_AUTHORITY", "committee")
    assert authorities.default_slug() == "committee"
    monkeypatch.setenv("ANSWER_BUILDER_AUTHORITY", "comittee")
    with pytest.raises(CannotRun, match="ANSWER_BUILDER_AUTHORITY: органа «comittee» нет; есть committee, sakhalin_"):
        authorities.default_slug()
