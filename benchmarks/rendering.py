"""CPU time of one letter: naive docxtpl, the compiled letterhead, and the least that any program needs."""

import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from statistics import median
from time import process_time

from docxtpl import DocxTemplate

from answer_builder import authorities
from answer_builder.letter import executor_mark
from answer_builder.letter.case import read_case
from answer_builder.letter.case_file import load_case
from answer_builder.letter.compiled_template import CompiledTemplate
from answer_builder.letter.compose import compose
from answer_builder.letter.pages import estimate
from answer_builder.letter.render import render, values_of
from answer_builder.model import Letter

CASE = Path(__file__).parents[1] / "examples" / "cannot.toml"
ROUNDS = 9
LETTERS = 60  # by each method in each round; the methods take turns within a round

# A disk adds its own share to every method, and it varies; a RAM disk shows the work of the programs.
RAM_DISK, DISK = Path("/dev/shm"), Path(tempfile.gettempdir())

Method = Callable[[Path], object]


def figures() -> str:
    """For each letterhead: milliseconds of CPU a letter, letters a second, times less than naive docxtpl."""
    letter = compose(read_case(load_case(str(CASE)), today=date(2026, 11, 20)))
    letterheads = list(authorities.all_authorities()[letter.authority].letterheads)
    tables = [_compare(letter, kind, RAM_DISK) for kind in letterheads if RAM_DISK.is_dir()]
    return "\n\n".join([*tables, _compare(letter, letterheads[0], DISK)])


def _compare(letter: Letter, letterhead: str, place: Path) -> str:
    template = authorities.letterhead(letter.authority, letterhead)
    docx = render(letter, template)
    with tempfile.TemporaryDirectory(dir=place) as folder:
        spent = _cpu_time(_methods(letter, template, Path(folder)), Path(folder, "letters"))
    naive = spent["naive docxtpl"]
    pages = estimate(docx).pages
    lines = [
        f"{CASE.stem}, {letterhead} letterhead, {pages} pages, {len(docx):,} bytes, new files in {place}",
        f"{'':22}{'CPU ms':>8}{'letters/s':>11}{'times less':>12}",
    ]
    for name, times in spent.items():
        gain = median(before / after for before, after in zip(naive, times, strict=True))
        lines.append(f"{name:22}{1000 * median(times):8.3f}{1 / median(times):11,.0f}{gain:12.1f}")
    return "\n".join(lines)


def _methods(letter: Letter, template: bytes, folder: Path) -> Mapping[str, Method]:
    letterhead = executor_mark.prepare(template, large_print=letter.large_print)
    source = folder / "letterhead.docx"
    source.write_bytes(letterhead.template)
    values = dict(values_of(letter, letterhead))
    docx = render(letter, template)
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        filled = [archive.read(member) for member in CompiledTemplate(letterhead.template).filled]

    def naive(target: Path) -> None:
        document = DocxTemplate(source)
        document.render(values)
        document.save(target)

    def compiled(target: Path) -> None:
        target.write_bytes(render(letter, template))

    def least(target: Path) -> None:
        for content in filled:
            zlib.compress(content, 1)
        target.write_bytes(docx)

    return {"naive docxtpl": naive, "compiled letterhead": compiled, "deflate + write only": least}


def _cpu_time(methods: Mapping[str, Method], folder: Path) -> Mapping[str, list[float]]:
    """Seconds a letter by each method, one figure a round."""
    spent: dict[str, list[float]] = {name: [] for name in methods}
    for _ in range(ROUNDS):
        for name, method in methods.items():
            spent[name].append(_seconds_a_letter(method, folder))
    return spent


def _seconds_a_letter(method: Method, folder: Path) -> float:
    folder.mkdir()
    targets = [folder / f"{number}.docx" for number in range(LETTERS)]
    start = process_time()
    for target in targets:
        method(target)
    spent = process_time() - start
    shutil.rmtree(folder)
    return spent / LETTERS
