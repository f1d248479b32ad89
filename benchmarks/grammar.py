"""LanguageTool: start to the first answer, milliseconds a letter of 300 words, memory of the server."""

from collections.abc import Callable
from itertools import count
from statistics import median
from time import perf_counter

import psutil

from answer_builder.lint.languagetool.installation import installed
from answer_builder.lint.languagetool.servers import OwnServer

SENTENCES = (
    "Ваше обращение о ремонте дома № {} по улице Садовой рассмотрено.",
    "Подрядчик закончит работу {} мая, если позволит погода.",
    "Плату за май пересчитают: в квитанции будет {} рублей, которые можно внести до конца месяца.",
    "Если Вы не согласны с ответом, его можно обжаловать в суде по адресу: улица Мира, дом {}.",
    "Двор убирают по графику, утверждённому управляющей организацией, каждые {} дня.",
)
WORDS = 300
LETTERS = 30


def figures() -> str:
    """Seconds, milliseconds, megabytes; a fresh letter has no sentence that the server has seen."""
    server = OwnServer(installed())
    began = perf_counter()
    client = server.client(patience=120)
    started = perf_counter() - began
    numbers = count(1)
    for _ in range(LETTERS):
        client.ask(_letter(numbers), budget=30)
    fresh = [_letter(numbers) for _ in range(LETTERS)]
    spent = {
        "fresh": [_milliseconds(lambda text=text: client.ask(text, budget=30)) for text in fresh],
        "seen before": [_milliseconds(lambda text=text: client.ask(text, budget=30)) for text in fresh],
    }
    java = max(psutil.Process().children(recursive=True), key=lambda process: process.memory_info().rss)
    resident = java.memory_info().rss / 2**20
    server.stop()
    lines = [f"start to the first answer {started:12.1f} s", f"memory of the server      {resident:12.0f} MB"]
    lines += [f"a letter, {name:16}{median(times):12.0f} ms" for name, times in spent.items()]
    return "\n".join(lines)


def _letter(numbers: "count[int]") -> str:
    lines: list[str] = []
    while sum(len(line.split()) for line in lines) < WORDS:
        lines.append(SENTENCES[len(lines) % len(SENTENCES)].format(next(numbers)))
    return "\n".join(" ".join(lines[first : first + 4]) for first in range(0, len(lines), 4))


def _milliseconds(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return 1000 * (perf_counter() - began)
