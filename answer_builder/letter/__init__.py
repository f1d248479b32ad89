"""One letter: from a case to a .docx.

Others use `case` (read and check), `compose` (wording), `render` (on the letterhead), `pages` (length),
`case_file`, `example_case`, `file_name`. They are imported by module: rendering is heavy, reading a case is not.
"""
