"""Which form of a Russian noun goes with a number."""


def plural(number: int, forms: tuple[str, ...]) -> str:
    """The form that goes with the number: 1 лист, 2 листа, 5 листов."""
    if number % 10 == 1 and number % 100 != 11:
        return forms[0]
    if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14:
        return forms[1]
    return forms[2]
