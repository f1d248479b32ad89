"""CPU time of 10,000 different full names through `names.address`, dictionary loading included."""

import itertools
from time import process_time

from answer_builder import names

SURNAMES = (
    "Соколов Лебедев Козлов Новиков Морозов Петров Волков Соловьёв Васильев Зайцев Павлов Семёнов Голубев Виноградов "
    "Богданов Воробьёв Фёдоров Михайлов Беляев Тарасов Шевченко Мельник Коваль Черных Белых"
).split()
MEN = "Александр Дмитрий Сергей Андрей Алексей Максим Евгений Иван Михаил Николай Илья Никита Лев Павел Пётр".split()
WOMEN = "Анна Мария Елена Ольга Наталья Екатерина Татьяна Ирина Светлана Юлия Любовь Дарья София Нина Вера".split()
FATHERS = "Александр Иван Михаил Олег Борис Виктор Денис Максим Антон Фёдор Глеб Роман Степан Богдан".split()
COUNT = 10_000


def figures() -> str:
    """Seconds of CPU for the whole list and names a second."""
    lines = list(itertools.islice(_full_names(), COUNT))
    assert len(set(lines)) == COUNT
    began = process_time()
    asked = sum(names.address(line).status == "ask" for line in lines)
    spent = process_time() - began
    return f"{COUNT:,} names: {spent:.1f} s, {COUNT / spent:,.0f} a second; asked about: {asked}"


def _full_names() -> "itertools.chain[str]":
    men = (f"{surname} {name} {father}ович" for surname, name, father in itertools.product(SURNAMES, MEN, FATHERS))
    women = (
        f"{_feminine(surname)} {name} {father}овна"
        for surname, name, father in itertools.product(SURNAMES, WOMEN, FATHERS)
    )
    return itertools.chain(men, women)


def _feminine(surname: str) -> str:
    return f"{surname}а" if surname.endswith(("ов", "ев", "ёв", "ин")) else surname
