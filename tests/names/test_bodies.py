"""Organisations through their head, groups of citizens, representatives."""

import pytest

from answer_builder.names import address


@pytest.mark.parametrize(
    ("raw", "greeting", "addressee"),
    [
        # с руководителем
        (
            "ООО «Ромашка», директор Громов Степан Ильич",
            "Уважаемый Степан Ильич!",
            "Директору; ООО «Ромашка»; Громову С.И.",
        ),
        (
            "ООО «Ромашка», директору Громову Степану Ильичу",
            "Уважаемый Степан Ильич!",
            "Директору; ООО «Ромашка»; Громову С.И.",
        ),
        (
            "Директору ООО «Ромашка» Громовой Вере Львовне",
            "Уважаемая Вера Львовна!",
            "Директору; ООО «Ромашка»; Громовой В.Л.",
        ),
        (
            "генеральный директор АО «Луч» Ершов Лев Кузьмич",
            "Уважаемый Лев Кузьмич!",
            "Генеральному директору; АО «Луч»; Ершову Л.К.",
        ),
        (
            "ТСЖ «Мира, 5», председатель правления Пинчук Алла Олеговна",
            "Уважаемая Алла Олеговна!",
            "Председателю правления; ТСЖ «Мира, 5»; Пинчук А.О.",
        ),
        ("Школа № 5, директор Громова Вера Львовна", "Уважаемая Вера Львовна!", "Школа № 5; директору Громовой В.Л."),
        ("ООО «Ромашка», Громов Степан Ильич", "Уважаемый Степан Ильич!", "ООО «Ромашка»; Громову С.И."),
        ("ИП Громов Степан Ильич", "Уважаемый Степан Ильич!", "Громову С.И."),
        # без имени руководителя
        ("ООО «Ромашка»", "Уважаемые коллеги!", "ООО «Ромашка»"),
        ("Администрация города Южно-Сахалинска", "Уважаемые коллеги!", "Администрация города Южно-Сахалинска"),
        ("Школа № 5", "Уважаемые коллеги!", "Школа № 5"),
    ],
)
def test_an_organization_is_greeted_through_its_head(raw, greeting, addressee):
    answer = address(raw, kind="organization")
    assert (answer.status, answer.greeting, answer.addressee_dative) == ("ok", greeting, addressee), answer.reason


@pytest.mark.parametrize("raw", ["ООО «Ромашка», директор Громов С.И.", "ООО «Ромашка», директор Пинчук Саша", ""])
def test_a_head_whose_name_is_incomplete_is_asked_about(raw):
    answer = address(raw, kind="organization")
    assert (answer.status, answer.greeting) == ("ask", None)


@pytest.mark.parametrize(
    ("raw", "addressee"),
    [
        # начало известно и склоняется
        ("Жители дома № 5 по улице Мира", "Жителям дома № 5 по улице Мира"),
        ("Совет дома", "Совету дома"),
        ("инициативная группа собственников", "инициативной группе собственников"),
        ("Коллектив МБОУ «Школа № 5»", "Коллективу МБОУ «Школа № 5»"),
        ("Громов Степан Ильич и другие жители дома № 5", "Громову С.И. и другим жителям дома № 5"),
        ("Громова В.Л. и другие", "Громовой В.Л. и другим"),
        ("Громова Вера Львовна и др.", "Громовой В.Л. и другим"),
        # иначе остаётся как в записи
        ("Жители и собственники дома № 5", "Жители и собственники дома № 5"),
        ("Обманутые дольщики", "Обманутые дольщики"),
        # ответ идёт тому, кто назван
        ("Громова Вера Степановна", "Громовой В.С."),
    ],
)
def test_a_collective_is_greeted_as_applicants(raw, addressee):
    answer = address(raw, kind="collective")
    assert (answer.status, answer.greeting, answer.addressee_dative) == ("ok", "Уважаемые заявители!", addressee)
    assert answer.evidence


def test_a_collective_of_named_people_is_greeted_by_name():
    answer = address("Громов Степан Ильич, Ершова Вера Львовна", kind="collective")
    assert answer.greeting == "Уважаемые Степан Ильич и Вера Львовна!"


@pytest.mark.parametrize(
    "raw", ["Ершова Вера Львовна", "представитель Ершова Вера Львовна", "Адвокату Ершовой Вере Львовне"]
)
def test_the_letter_to_a_representative_goes_to_the_person_named(raw):
    answer = address(raw, kind="representative")
    assert (answer.greeting, answer.addressee_dative) == ("Уважаемая Вера Львовна!", "Ершовой В.Л.")


@pytest.mark.parametrize("raw", ["ООО «Ромашка»", "Совет дома", "Школа № 5", "Жители дома № 5"])
def test_colleagues_is_never_said_to_citizens(raw):
    assert address(raw).greeting is None
