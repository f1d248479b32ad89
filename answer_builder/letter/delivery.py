"""How the appeal came and how the reply goes: dates and ways agree (59-ФЗ ст. 10 ч. 4; 001 2.3–2.4)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from answer_builder.catalogue import TypicalAnswer
from answer_builder.letter.case_keys import case_fields
from answer_builder.letter.raw_values import RawValues

_POSTED = ("post", "person", "reception", "official_use")  # answered on paper (domain rule of 10 ч. 4)
_EMAIL_NO_APPEAL = date(2025, 3, 30)  # 547-ФЗ: from this day a plain e-mail is not an appeal


def hold_to_channel(raw: RawValues, answer: TypicalAnswer, channel: str | None) -> str | None:
    """The way in; an answer about one way takes it for granted: «post» is what every door says when nobody chose."""
    if not answer.channel:
        return channel
    if channel not in (None, "post", answer.channel):
        ways = {choice.key: choice.label for choice in case_fields()["incoming.channel"].choices}
        raw.fault(
            "incoming.channel",
            f"«{answer.title}» готовят, только когда обращение пришло так: {ways[answer.channel]}",
        )
    return answer.channel


def check_delivery(raw: RawValues, answer: TypicalAnswer, values: Mapping[str, Any], today: date) -> None:
    """Faults of dates and of the way of the reply; `today` stands in for a missing date of the letter."""
    registered, channel = values["incoming.registered"], values["incoming.channel"]
    written = values["date"] or today
    if registered > written:
        which = "даты письма" if values["date"] else "сегодняшнего дня"
        raw.fault("incoming.registered", f"обращение зарегистрировано позже {which}: {written:%d.%m.%Y}")
    if channel == "official_use" and values.get("addressee.email"):
        raw.fault(
            "addressee.email",
            "ответ «Для служебного пользования» отправляют только заказным письмом (001 2.4): уберите адрес почты",
        )
    of_appeals = answer.regime == "59-fz" and answer.registered
    if channel == "email" and of_appeals and registered >= _EMAIL_NO_APPEAL:
        raw.fault(
            "incoming.channel",
            "письмо по электронной почте с 30.03.2025 не считается обращением "
            "(пункт 1 статьи 4 Федерального закона № 59-ФЗ): ответ по существу на него не готовят",
        )
    if not answer.is_addressed:
        return
    has_post_address = raw.is_given("addressee.post_address")
    if channel in _POSTED and not has_post_address:
        raw.fault("addressee.post_address", "нет почтового адреса, а ответ уходит почтой")
    if channel in ("site", "email") and not (values["addressee.email"] or has_post_address):
        raw.fault("addressee.email", "нет адреса электронной почты, на который отправить ответ")
