from answer_builder.batch.complaints import LONGEST, Complaint, RefusedRow, complaint_lines, one_line


def test_each_bad_cell_is_a_line():
    rows = [RefusedRow(7, "", (Complaint("столбец D «Срок»", "нет даты"),))]
    rows += [RefusedRow(9, "", (Complaint("столбец D «Срок»", "нет даты"), Complaint("столбец A", "пусто")))]
    assert complaint_lines(rows) == [
        "строка 7, столбец D «Срок»: нет даты",
        "строка 9, столбец D «Срок»: нет даты",
        "строка 9, столбец A: пусто",
    ]


def test_a_fault_of_no_column_is_told_once_for_all_its_rows():
    rows = [RefusedRow(number, "", (Complaint("", "signatory: нет"),)) for number in range(2, 15)]
    assert complaint_lines(rows[:2]) == ["строки 2, 3: signatory: нет"]
    assert complaint_lines(rows) == ["строки 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 и ещё 3: signatory: нет"]


def test_a_message_is_one_safe_line():
    assert one_line("а\n\tб\x1b[31m\0в\u202eг") == "а б [31m в г"
    novel = one_line("начало " + "я" * 100_000 + " конец")
    assert novel.startswith("начало")
    assert novel.endswith("конец")
    assert len(novel) < LONGEST + 10
