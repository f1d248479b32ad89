import pytest

from answer_builder.batch.readers.csv_file import read
from answer_builder.errors import CannotRun


def table(text):
    return read(text.encode(), "письма.csv")


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("ФИО;Срок\n1;2", ("ФИО", "Срок")),
        ("ФИО,Срок\n1,2", ("ФИО", "Срок")),
        ("ФИО\tСрок\n1\t2", ("ФИО", "Срок")),
        # заголовок с запятыми не делает запятую разделителем
        ("Фамилия, имя, отчество;Срок\n1;2", ("Фамилия, имя, отчество", "Срок")),
        ("один;два,три,четыре;Срок\n1;2;3", ("один", "два,три,четыре", "Срок")),
        ('"Фамилия; имя",Срок\n1,2', ("Фамилия; имя", "Срок")),
        # один столбец
        ("ФИО\n1", ("ФИО",)),
        # строка sep= важнее догадки
        ("sep=;\nФИО;Срок\n1;2", ("ФИО", "Срок")),
        ('"sep=,"\r\nФИО,Срок\r\n1,2', ("ФИО", "Срок")),
        ("SEP=|\nФИО|Срок\n1|2", ("ФИО", "Срок")),
    ],
)
def test_the_heading_decides_the_delimiter(text, headings):
    assert table(text).headings == headings


def test_what_was_detected_is_said():
    assert table("ФИО;Срок\n1;2").detected == ("кодировка UTF-8", "разделитель – точка с запятой")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("ФИО;Срок\nа;б\nв;г\n", [2, 3]),
        ("ФИО;Срок\r\nа;б\r\nв;г", [2, 3]),
        ("ФИО;Срок\rа;б\rв;г", [2, 3]),
        # перенос внутри кавычек – всё та же строка
        ('ФИО;Срок\n"а\nа\r\nа";б\nв;г\n', [2, 3]),
        # пустые строки пропускаются, но в Excel они есть
        ("ФИО;Срок\n\n;\nа;б\n   ; \nв;г\n\n", [4, 6]),
        ("\n\nФИО;Срок\nа;б\n", [4]),
        # строку sep= Excel не показывает
        ("sep=;\nФИО;Срок\nа;б\n", [2]),
    ],
)
def test_rows_are_numbered_as_excel_shows_them(text, numbers):
    assert [row.number for row in table(text).rows] == numbers


def test_cells_keep_quotes_line_ends_and_signs():
    cells = ('ООО "Ромашка"', "две\nстроки", "=1+1", "&<{{ due }}", "😀", "a;b,c\td")
    text = "\n".join(";".join('"' + cell.replace('"', '""') + '"' for cell in record) for record in (cells, cells))
    assert table(text).rows[0].cells == cells


def test_a_cell_of_a_million_letters_is_read():
    (row,) = table("ФИО;Срок\n" + "я" * 1_000_000 + ";2").rows
    assert len(row.cells[0]) == 1_000_000


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "файл пуст"),
        (" \r\n\n ", "файл пуст"),
        ('ФИО;Срок\nа;б\n"в;г\nд;е\n', "строка 3: кавычка открыта, но не закрыта"),
        ('ФИО;Срок\n"ООО "Ромашка"";б\n', "строка 2: кавычки стоят посреди ячейки"),
        # потерянная кавычка не глотает следующие строки молча
        ('ФИО;Срок\n"а;б\nв;"г"\n', "строка 2: кавычки стоят посреди ячейки"),
    ],
)
def test_a_broken_file_is_named_with_its_row(text, words):
    with pytest.raises(CannotRun, match=words):
        table(text)
