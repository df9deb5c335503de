"""Short texts in their language, readable or not; a text in none."""

import pytest

from communique.read.language import detect, names, primary, supported

READABLE = ("en", "fa", "fr", "ro", "ru")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The foreign minister met his Serbian counterpart in Ankara on Monday."),
        ("en", "Oman, Kenya ink agreement on trade"),
        ("fr", "Le ministre a reçu son homologue à Dakar"),
        ("fr", "Les deux ministres ont signe un accord de cooperation"),
        ("fr", "Visite officielle à Oulan-Bator"),
        ("ro", "Președintele a primit la Palatul Cotroceni delegația condusă de ministrul energiei"),
        ("ro", "Presedintele a primit delegatia condusa de ministrul energiei"),
        ("ro", "Ministrul de externe a semnat un acord de cooperare cu omologul sau"),
        ("ro", "Cele doua parti au convenit sa infiinteze un grup de lucru comun"),
        ("ro", "Acordul a fost semnat la Belgrad"),
        ("ro", "Vizita oficiala in Republica Moldova"),
        ("fa", "وزیر خارجه با همتای خود دیدار کرد"),
        ("fa", "دو کشور تفاهم نامه امضا کردند"),
        ("fa", "سفیر جمهوری اسلامی ایران"),
        ("fa", "وزير خارجه با همتاي خود ديدار كرد"),  # typed with an Arabic keyboard
        ("fa", "بيانيه مشترك دو كشور نيز همان شب منتشر شد"),
        ("ru", "Стороны подписали соглашение"),
        ("ru", "Министр прибыл в Ереван с рабочим визитом"),
    ],
)
def test_readable_languages(code: str, text: str) -> None:
    assert detect(text, READABLE) == code


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", "التقى وزير الخارجية نظيره في بغداد"),
        ("ar", "اتفق الجانبان على تعزيز العلاقات الثنائية بين البلدين في مختلف المجالات"),
        ("be", "Прэзідэнт прыбыў у Тэгеран з афіцыйным візітам"),
        ("de", "Der Minister traf seinen Amtskollegen in Wien"),
        ("es", "Los dos países firmaron un acuerdo de cooperación"),
        ("it", "Il ministro ha incontrato il suo omologo a Roma"),
        ("pt", "O ministro reuniu-se com o seu homólogo em Lisboa"),
        ("ps", "د افغانستان د بهرنیو چارو وزیر"),
        ("tr", "Bakan, Tahran'da mevkidaşıyla görüştü"),
        ("uk", "Сторони підписали угоду про співпрацю"),
        ("ur", "وزیر خارجہ نے اپنے ہم منصب سے ملاقات کی"),
    ],
)
def test_other_languages_are_named_and_not_misread(code: str, text: str) -> None:
    assert detect(text, READABLE) == code
    assert code in names()


@pytest.mark.parametrize("text", ["", "12 34 56 / 78", "Iran Minsk", "qwrt zxcv plkj hgfd", "— … —"])
def test_no_language_where_nothing_shows_it(text: str) -> None:
    assert detect(text, READABLE) == ""


def test_every_readable_language_has_a_name() -> None:
    assert supported()
    assert set(supported()) <= set(names())


def test_tags_are_cut_to_the_language() -> None:
    assert [primary(tag) for tag in ("fa-IR", "zh_Hant", "EN", "ro")] == ["fa", "zh", "en", "ro"]
