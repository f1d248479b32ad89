"""Names that could be read in two ways are asked about; what contradicts the executor's word is shown."""

import pytest

from answer_builder.names import address


@pytest.mark.parametrize(
    "raw",
    [
        # два имени одного рода
        "Макс Отто", "Юст Пауль", "Гай Сергей", "Сергей Гай", "Роман Олег", "Вера Любовь", "Ахмед Султан", "Омар Али",
        # имя или отчество, отчество или фамилия
        "Яков Абрамович", "Марк Богданович", "Сергеевич Олег",
        # имя мужчины и имя женщины, ни одно не похоже на фамилию
        "Галина Борис", "Рашид Амина", "Никита Анна",
        # имя, род которого словарь знает нетвёрдо
        "Танака Харуки", "Хон Харуки", "Эльнур Бойко",
        # не имена
        "Дед Мороз", "Доброжелатель", "Не указано", "оглы Оов",
    ],
)  # fmt: skip
def test_a_name_that_could_be_two_is_never_guessed(raw):
    answer = address(raw)
    assert (answer.status, answer.greeting) == ("ask", None)
    assert answer.reason


@pytest.mark.parametrize(
    ("raw", "greeting", "surname"),
    [
        ("Анна Герман", "Уважаемая Анна!", "Герман"),
        ("Роман Мария", "Уважаемая Мария!", "Роман"),
        ("Софья Абрамович", "Уважаемая Софья!", "Абрамович"),
        ("Богатцева Нино", "Уважаемая Нино!", "Богатцева"),
        ("Виктор Ли", "Уважаемый Виктор!", "Ли"),
        ("Гарсия Хуан", "Уважаемый Хуан!", "Гарсия"),
        ("Асмик Гарсия", "Уважаемая Асмик!", "Гарсия"),
        ("Бертран Жан-Пьер", "Уважаемый Жан-Пьер!", "Бертран"),
        ("Джонсон Роберт", "Уважаемый Роберт!", "Джонсон"),
        ("Ким Ок Сун Ивановна", "Уважаемая Ок Сун Ивановна!", "Ким"),
        ("Лев Ян Денисович", "Уважаемый Ян Денисович!", "Лев"),
        ("Никита Роман Юрьевич", "Уважаемый Роман Юрьевич!", "Никита"),
        ("Олег Бонч-Бруевич Ильич", "Уважаемый Олег Ильич!", "Бонч-Бруевич"),
        ("Берг фон Анна Ильинична", "Уважаемая Анна Ильинична!", "Берг фон"),
        ("Окуджава Этери Арсеновна", "Уважаемая Этери Арсеновна!", "Окуджава"),
        ("Здравствуйте, Вера Ильинична", "Уважаемая Вера Ильинична!", ""),
    ],
)
def test_where_one_word_is_surely_the_surname_the_other_is_greeted(raw, greeting, surname):
    answer = address(raw)
    assert (answer.greeting, answer.persons[0].surname) == (greeting, surname), answer.reason


def test_every_part_against_the_stated_gender_makes_a_question():
    answer = address("Мамедова Нурай", gender="m")
    assert answer.greeting is None
    assert "фамилия «Мамедова» женская" in answer.reason


@pytest.mark.parametrize(
    ("raw", "note"),
    [
        ("Кравец Олег Ильич", "взято «Кравцу», верно и «Кравецу»"),
        ("Заяц Олег Ильич", "взято «Зайцу», верно и «Заяцу»"),
        ("Жемчужина Вера Ильинична", "верно и «Жемчужине»"),
        ("Каримова Асель Рашидовна", "взято «Асель», верно и «Асели»"),
    ],
)
def test_where_two_forms_are_right_the_evidence_names_both(raw, note):
    assert note in address(raw).evidence


@pytest.mark.parametrize(
    "raw", ["Громов Олег Ильич", "Заяц Вера Ильинична", "Кузнец Олег Ильич", "Громова Любовь Ильинична"]
)
def test_an_ordinary_name_has_no_such_note(raw):
    assert "верно и" not in address(raw).evidence
