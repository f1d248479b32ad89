"""Letters as PDF for an archive: PDF/A-2b with all fonts inside."""

from collections.abc import Sequence

from answer_builder.letter.libreoffice import PATIENCE, Conversion, convert

# LibreOffice before 7.4 passes the wish for PDF/A-2b over and makes an ordinary PDF, fonts inside all the same.
# One letter gives the same text and pages each time, yet not the same bytes: LibreOffice writes the time of making
# into the file and into the fonts.
_ARCHIVE = 'writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'


def to_pdf(letters: Sequence[bytes], *, patience: float = PATIENCE) -> tuple[Conversion, ...]:
    """The PDF of each .docx, or a Russian sentence on why there is none; CannotRun without LibreOffice."""
    return convert(letters, "pdf", filter_options=_ARCHIVE, patience=patience)
