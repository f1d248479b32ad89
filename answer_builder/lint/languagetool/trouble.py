"""Why a text was not looked at by LanguageTool."""


class NotThere(Exception):
    """There is no LanguageTool, or it does not answer; the words complete «Грамматику проверяет LanguageTool: …»."""


class TooSlow(NotThere):
    """It did not answer within the budget; the text may be to blame, not the server."""
