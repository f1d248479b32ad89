"""CPU time of 10,000 different full names, dictionary loading included; answers by class over the tables of tests/."""

import csv
import itertools
import random
from collections import Counter
from pathlib import Path
from time import process_time

from answer_builder import names

# man's and woman's form of each class: -ов, -ин, -ский, -ой, consonant, -ко, -ых, -а, vowels, foreign, double
STEMS = (
    "Сокол Лебед Козл Морозк Волк Зайч Голуб Богат Воробь Тарас Белоус Дроб Грач Жук Журавл Зуб Колос Лукь Никит "
    "Орл Пахом Рыбак Сафон Терент Уткин Фом Хохл Цветк Черн Шаламат Щегл Юрлов Ягод Агап Бабк Вавил Горш Данил Еман"
).split()
SAME = (
    "Шевчук Мельник Коваль Гринберг Кравец Заяц Гончар Вебер Цой Пак Нечай Абрамян Григорян Шевченко Бойко Сидоренко "
    "Черных Белых Долгих Сковорода Скиба Глоба Окуджава Чантурия Сванидзе Думбадзе Церетели Гюго Дюма Бонч-Бруевич"
).split()
ENDINGS = (("ов", "ова"), ("ин", "ина"), ("овский", "овская"), ("енков", "енкова"), ("цев", "цева"))
MEN = (
    "Александр Дмитрий Сергей Андрей Илья Никита Лев Павел Пётр Фёдор Рашид Ашот Тигран Магомед Баир Эльдар Святослав "
    "Елисей Савва Емельян Тимур Ренат Гурам Арсений Игорь"
).split()
WOMEN = (
    "Анна Мария Елена Ольга Наталья Любовь Дарья София Нина Вера Айгуль Алсу Лусине Нино Эржена Зоя Ия Патимат "
    "Людмила Юлия Кармен Алия Мадина Инесса"
).split()
FATHERS = (
    "Александр Иван Михаил Олег Борис Виктор Денис Максим Антон Фёдор Глеб Роман Степан Богдан Рашид Ашот Руслан Марат"
).split()
SHAPES = (
    *("{0} {1} {2}",) * 3,
    *("{1} {2} {0}", "гр. {0} {1} {2}", "{0}  {1}\u00a0{2}", "{0} {1}", "{0}, {1} {2}"),
)
COUNT = 10_000
TABLES = Path(__file__).parents[1] / "tests" / "names"
FORMS = ("dative_full", "genitive_full", "accusative_full", "instrumental_full", "addressee_dative")


def figures() -> str:
    """Seconds of CPU for the whole list and names a second."""
    lines = different_names(COUNT)
    began = process_time()
    asked = sum(names.address(line).status == "ask" for line in lines)
    spent = process_time() - began
    speed = f"{COUNT:,} names: {spent:.1f} s, {COUNT / spent:,.0f} a second; asked about: {asked}"
    return "\n".join((speed, "", *by_class()))


def by_class() -> list[str]:
    """A line a class and one for all: greetings right, asked rightly, needlessly, wrong; forms right."""
    counts: dict[str, Counter[str]] = {}
    for table in sorted(TABLES.glob("*/*.tsv")):
        lines = [line for line in table.read_text("utf-8").split("\n") if line and not line.startswith("#")]
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            counts.setdefault(row["cls"], Counter()).update(_judged(row))
    head = f"{'class':24}{'rows':>6}{'right':>7}{'asked':>7}{'needless':>10}{'wrong':>7}{'forms':>14}"
    total = sum(counts.values(), Counter())
    return [head, *(_line(name, counts[name]) for name in sorted(counts)), _line("all", total)]


def _judged(row: dict[str, str]) -> Counter[str]:
    answer = names.address(row["input"])
    if answer.status == "ask":
        judged = Counter(needless=1) if row["greeting"] else Counter(asked=1)
    else:
        judged = Counter(right=1) if answer.greeting in row["greeting"].split("|") else Counter(wrong=1)
    for form in FORMS:
        if row[form]:
            accepted = {variant.replace("ё", "е") for variant in row[form].split("|")}
            judged.update(forms=1, forms_right=int(getattr(answer, form).replace("ё", "е") in accepted))
    return judged


def _line(name: str, of: Counter[str]) -> str:
    kinds = ("right", "asked", "needless", "wrong")
    rows = sum(of[kind] for kind in kinds)
    figures = f"{of['right']:7}{of['asked']:7}{of['needless']:10}{of['wrong']:7}"
    return f"{name:24}{rows:6}{figures}{of['forms_right']:7}/{of['forms']}"


def different_names(count: int) -> list[str]:
    """The same `count` different lines each time: all classes of surnames, both genders, other orders, capitals."""
    dice = random.Random(7)
    surnames = [(stem + man, stem + woman) for stem, (man, woman) in itertools.product(STEMS, ENDINGS)]
    surnames += [(surname, surname) for surname in SAME] * 4
    found: dict[str, None] = {}
    while len(found) < count:
        gender = dice.randrange(2)
        father = dice.choice(FATHERS) + ("ович", "овна")[gender]
        line = dice.choice(SHAPES).format(dice.choice(surnames)[gender], dice.choice((MEN, WOMEN)[gender]), father)
        found[line.upper() if dice.random() < 0.1 else line] = None
    return list(found)
