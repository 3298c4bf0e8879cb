from __future__ import annotations

import pytest

from dateline.text.language import detect_language, language_code, mostly_not_latin
from dateline.text.languages.names import language_name

TEXTS = {
    "ru": "Министр обороны прибыл в столицу с визитом и встретился с командующим армией соседнего государства.",
    "es": "El ministro de Defensa recibió en la capital al jefe del ejército del país vecino y firmaron un acuerdo.",
    "zh": "国防部长周二在首都会见了邻国陆军总司令，双方同意今年秋天举行联合海军演习。",
    "my": "ကာကွယ်ရေးဝန်ကြီးသည် အိမ်နီးချင်းနိုင်ငံ၏ စစ်ဦးစီးချုပ်နှင့် မြို့တော်တွင် တွေ့ဆုံခဲ့သည်။",
    "ar": "استقبل وزير الدفاع قائد جيش الدولة المجاورة في العاصمة يوم الثلاثاء واتفقا على إجراء مناورات مشتركة.",
    "de": "Der Verteidigungsminister empfing den Heereschef des Nachbarlandes in der Hauptstadt und lobte ihn.",
}


@pytest.mark.parametrize("code", list(TEXTS))
def test_other_languages_are_named(code):
    found = detect_language(TEXTS[code])
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "text",
    [
        "The defence minister received the army chief in the capital and said that the two had signed an accord.",
        "Gen Bo Renn, Col Odo Falk, Adm Ina Moll, Capt Tom Reve visited Naypyitaw, Mandalay, Yangon, Bago, Magway.",
        "ARDEN EXPELS TWO BORLAND ENVOYS AFTER RAID ON CUSTOMS HOUSE IN DISPUTED HARBOUR",
        "The premier of China (中华人民共和国国务院总理) met the minister in the capital on Monday, the ministry said.",
    ],
)
def test_english_stays_english(text):
    found = detect_language(text)
    assert found is None or found.code == "en"


@pytest.mark.parametrize("text", ["", "Hola.", "Bo Renn", "El general llegó.", "俄罗斯", "1234 5678"])
def test_too_little_text_gives_no_answer(text):
    assert detect_language(text) is None


def test_lone_surrogates_do_no_harm():
    assert detect_language("El ministro de Defensa recibió \ud83d" + TEXTS["es"]).code == "es"


def test_a_foreign_menu_does_not_decide_for_a_long_report():
    report = "The minister met the general in the capital, and the two of them said that they would meet again. " * 90
    assert detect_language(TEXTS["ru"] + report).code == "en"


def test_scripts_are_told_apart():
    assert mostly_not_latin(TEXTS["my"])
    assert not mostly_not_latin(TEXTS["es"])


@pytest.mark.parametrize(
    ("tag", "code"), [("en", "en"), ("EN-gb", "en"), ("en_US", "en"), ("eng", "en"), ("English", "en"), ("pt-BR", "pt")]
)
def test_tags_become_codes(tag, code):
    assert language_code(tag) == code


def test_names_are_for_people():
    assert language_name("my") == "Burmese (my)"
    assert language_name("q1") == "q1"


def test_a_report_in_two_languages_is_read_for_its_english_half():
    english = "The minister met the general in the capital, and the two of them said that they would meet again. "
    assert detect_language(english * 3 + TEXTS["my"] * 3).code == "en"
    assert detect_language(english + TEXTS["ru"] * 30).code == "ru"
