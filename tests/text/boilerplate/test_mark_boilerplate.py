from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.text.boilerplate import TITLE, headline, mark_boilerplate

REPORT = (
    "The defence minister of Arden received the Borland army chief in the capital on Tuesday.",
    "The two agreed to hold a joint naval exercise in the autumn, a ministry spokeswoman said.",
    "Opposition parties in Borland called the visit a provocation and asked parliament to debate it.",
)
SEED = Path(__file__).parents[4] / "shared/cases/seed-article/article.txt"


def page(*extra: str, above: tuple[str, ...] = (), between: str = "\n\n") -> str:
    return between.join((*above, *REPORT, *extra))


def marked(text: str, title: str | None = None) -> list[str]:
    return [text[mark.start : mark.end] for mark in mark_boilerplate(text, title=title)]


def kept(text: str, title: str | None = None) -> str:
    out = list(text)
    for mark in mark_boilerplate(text, title=title):
        out[mark.start : mark.end] = " " * (mark.end - mark.start)
    return " ".join("".join(out).split())


def report_survives(text: str, title: str | None = None) -> bool:
    left = kept(text, title)
    return all(paragraph in left for paragraph in REPORT)


@pytest.mark.parametrize(
    "line",
    [
        "READ MORE: Borland's generals and their shopping list",
        "Read also: Who pays for the new frigates?",
        "Related: Arden's long coast, explained",
        "RELATED STORIES: Arden's long coast",
        "See also: the frigates in numbers",
        "More: five things to know about the strait",
        "EDITORIAL: A visit too many",
        "Explainer: what the two armies want",
        "Click here to see the gallery",
        "Border talks resume after two years of silence Read more",
        "Subscribe to the Harbour Podcast for the news of the coast every Friday!",
        "Sign up for our morning newsletter",
        "Sign up here to get the day's stories in your inbox.",
        "Get our free app for breaking news alerts",
        "Follow us on Twitter",
        "Follow @ardenpost on Instagram",
        "Listen to the podcast",
        "Our latest and greatest original films and videos",
        "Support our journalism",
        "Join our Telegram channel",
        "Thank you for reading the Arden Post.",
        "Already a subscriber? Log in",
        "You have two free articles left this month.",
        "Never miss a story: get our newsletter",
        "Advertisement",
        "ADVERTISEMENT:",
        "Story continues below advertisement",
        "Article continues after this ad",
        "Sponsored content",
        "Share this article",
        "Share on Facebook",
        "Facebook Twitter WhatsApp Email",
        "SHARE THIS STORY Share Tweet Email Print",
        "Skip to main content",
        "Home | World | Politics | Sports | Opinion",
        "Home > World > Africa",
        "Photo",
        "File photo of the strait at dawn",
        "FILE - In this May 1, 2021, file photo, protesters burn a flag. (AP Photo/Kurt Bode, File)",
        "Support the Arden Post from as little as $1. Thank you.",
        "Photo: Ministry of Defence handout",
        "Image source, Reuters",
        "Image 2 of 7",
        "Media playback is not supported on this device",
        "Enlarge this image toggle caption Ina Moll/AP Ina Moll/AP",
        "© 2021 The Arden Post Ltd",
        "Copyright 2021 Arden Post. All rights reserved.",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "This website uses cookies to improve your experience.",
        "By clicking Accept you agree to our use of cookies.",
        "Privacy Policy | Terms of Use | Contact",
        "The views expressed in this article are the author's own.",
        "Reporting by Ina Moll; Editing by Tom Reve",
        "Additional reporting by the Borland bureau",
        "Ina Moll contributed to this report.",
        "This article was originally published by the Harbour Institute.",
        "This story has been updated with a comment from the ministry.",
        "The writer is a fellow of the Harbour Institute.",
        "Follow her on Twitter: @inamoll",
        "Contact the reporter at ina.moll@example.org",
        "-0-",
        "###",
        "5 min read",
        "Posted 3 hours ago",
        "This article is more than 2 years old",
        "A weekly roundup of news from the coast",
    ],
)
def test_furniture_below_a_report_is_marked_and_the_report_survives(line):
    text = page(line)
    assert line.strip("•- ") in " ".join(marked(text))
    assert report_survives(text)


@pytest.mark.parametrize(
    "heading",
    [
        "Leave a Reply",
        "Leave a comment",
        "Post a Comment",
        "Comments",
        "12 Comments",
        "Comments (4)",
        "3 responses to “Arden receives army chief”",
        "Join the conversation",
        "Your email address will not be published. Required fields are marked *",
        "Comments are closed.",
    ],
)
def test_nothing_after_a_comment_box_is_the_report(heading):
    comment = "Tom says: The minister attacked the island last year and nobody said a word about it."
    text = page(heading, "Tom", comment, "Reply", "Arden Post TV", "The greatest clips from the harbour")
    assert report_survives(text)
    assert kept(text).endswith(REPORT[-1])


def test_a_comments_link_above_the_report_takes_nothing_with_it():
    text = page(above=("Army chief visits Arden", "12 Comments"))
    assert report_survives(text)
    assert "12 Comments" in marked(text)


def test_a_list_of_links_below_the_report_is_marked_up_to_its_end():
    text = page("Most read", "Borland seizes a trawler", "Arden opens its archive", "Ten dead in pit fire")
    assert kept(text).endswith(REPORT[-1])


def test_a_list_of_links_inside_the_report_ends_where_the_report_goes_on():
    going_on = "The army chief flew home on Wednesday evening, the spokeswoman added."
    text = page("Related articles", "Borland seizes a trawler", "Arden opens its archive", going_on)
    assert "Borland seizes a trawler" not in kept(text)
    assert kept(text).endswith(going_on)


def test_promotion_without_any_heading_is_marked_after_the_last_sentence():
    text = page("Arden Post TV", "The finest of our films", "Subscribe on")
    assert kept(text).endswith(REPORT[-1])


def test_the_same_caption_twice_below_the_headline_is_marked_twice():
    caption = "Minister Odo Falk meets the army chief of Borland at the harbour fort."
    text = page(above=("Army chief visits Arden", caption + "\n" + caption))
    assert marked(text)[:3] == ["Army chief visits Arden", caption, caption]
    assert report_survives(text)


def test_a_paragraph_printed_again_further_down_is_marked_once():
    text = page(REPORT[0])
    assert marked(text) == [REPORT[0]]
    assert mark_boilerplate(text)[0].start == text.rindex(REPORT[0])


def test_a_first_paragraph_with_a_day_that_is_printed_twice_keeps_one_copy():
    text = page(above=(REPORT[0],))
    assert marked(text) == [REPORT[0]]
    assert report_survives(text)


def test_a_pull_quote_is_marked_where_it_stands_alone():
    quote = "asked parliament to debate it and asked the king to stay at home"
    text = page(f"He also {quote}, an aide said.", f"“{quote}”")
    assert marked(text) == [f"“{quote}”"]


@pytest.mark.parametrize("text", [page(), page(between="\n"), " ".join(REPORT), REPORT[0], "", "  \n \n"])
def test_a_plain_report_has_no_boilerplate(text):
    assert mark_boilerplate(text) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Photographers were kept away from the signing, the ministry said.",
        "Read out by a clerk, the statement condemned the raid on the customs house.",
        "Subscribers to the state broadcaster were told to stay at home.",
        "Share prices fell after Arden banned the export of rifles to Borland.",
        "Follow-up talks will be held in the capital next month.",
        "Comments by the general angered the opposition, which called for his dismissal.",
        "Related charges against two colonels were dropped on Monday.",
        "Copyright law was used to arrest three editors in Borland on Monday.",
        "By signing the treaty the two states agreed to withdraw their troops from the strait.",
        "The author was arrested on Monday for insulting the king of Borland.",
        "The writer is being held in a military prison, her lawyer said.",
        "Produced by a state company, the missile was first tested over the sea in May.",
        "Sources said the army had moved four howitzers to the border.",
        "Help us, the mayor of the besieged town asked the Arden government.",
        "Support for the rebels was condemned by the assembly.",
        "Watch towers were destroyed along the border, the army said.",
        "More than 40 soldiers were killed.",
        "Editors of three newspapers were arrested.",
        "Sign language interpreters joined the strike.",
        "The army denied it.",
    ],
)
def test_sentences_that_only_begin_like_furniture_are_kept(sentence):
    text = page(sentence)
    assert mark_boilerplate(text) == ()


def test_countries_in_a_list_are_kept():
    text = page("The following voted against:", "Arden", "Borland", "United States", "Cordia", "Delmark")
    assert mark_boilerplate(text) == ()


def test_credits_inside_a_caption_are_marked_and_its_words_kept():
    caption = "Army chief Bo Renn salutes sailors in the harbour."
    for credit in (
        "(AP Photo/Ina Moll)",
        "Ina Moll/AFP/Getty Images",
        "REUTERS/Tom Reve",
        "Photograph: Tom Reve/EPA",
        "/ Arden MoD",
    ):
        text = page(f"{caption} {credit}")
        assert marked(text) == [credit]
        assert caption in kept(text)


def test_player_words_before_a_caption_are_marked_and_its_words_kept():
    text = page("Image copyright AFP Image caption The general arrived on Monday in the capital")
    assert marked(text) == ["Image copyright AFP Image caption"]


def test_a_dateline_with_an_agency_is_no_credit():
    text = "HARBOUR CITY (Reuters) - " + REPORT[0] + "\n\n" + REPORT[1]
    assert mark_boilerplate(text) == ()


def test_plugs_at_the_edge_of_a_paragraph_leave_the_rest_of_it():
    text = page(
        "The general left on Friday. Sign up here for our newsletter. This story was co-published with the Mail."
    )
    assert marked(text) == ["Sign up here for our newsletter.", "This story was co-published with the Mail."]


def test_the_signature_of_an_embedded_post_is_marked_and_what_it_says_kept():
    text = page("We condemn the raid on the customs house. — Odo Falk (@odofalk) May 4, 2021")
    assert marked(text) == ["— Odo Falk (@odofalk) May 4, 2021"]


def test_byline_date_and_section_above_the_report_are_marked():
    above = ("Army chief visits Arden for naval talks", "By Ina Moll", "Harbour City", "Published May 4, 2021", "World")
    text = page(above=above)
    assert marked(text) == list(above)
    assert report_survives(text)


def test_the_given_title_is_marked_in_any_dress():
    text = page(above=("ARMY CHIEF VISITS ARDEN: ‘NO DEAL’",))
    marks = mark_boilerplate(text, title="Army chief visits Arden: 'No deal'")
    assert [mark.reason for mark in marks] == [TITLE]


def test_the_title_is_found_with_the_publisher_behind_it():
    text = page(above=("Army chief visits Arden for talks",))
    assert marked(text, "Army chief visits Arden for talks - The Arden Post") == ["Army chief visits Arden for talks"]


def test_a_standfirst_is_kept_when_the_title_is_known_and_another():
    standfirst = "Minister says he does not blame Borland for the raid on the customs house"
    text = page(above=(standfirst,))
    assert marked(text, "Arden praises Borland") == []


def test_a_report_that_is_only_its_title_is_kept():
    assert mark_boilerplate("Arden expels two envoys", title="Arden expels two envoys") == ()


def test_a_first_line_broken_in_mid_sentence_is_no_headline():
    text = "It is strange that after six years of talks the two\n\nministers have not signed a page of the accord.\n\n"
    assert headline(text + REPORT[0]) is None


def test_lines_broken_at_a_width_are_read_as_one_paragraph():
    wrapped = "The defence minister of Arden received the army chief\nof Borland in the capital on Tuesday\nat noon."
    assert mark_boilerplate(wrapped + "\n\n" + REPORT[1]) == ()


def test_the_headline_of_a_page_dump_is_its_first_line():
    assert headline(page(above=("Army chief visits Arden",))) == "Army chief visits Arden"
    assert headline(page()) is None


def test_the_headline_is_found_below_menus_and_above_the_byline():
    title = "Army chief visits Arden for naval talks"
    text = page(
        above=("Skip to content", "Menu\nNews\nSport\nSearch", "Arden Daily", title, "By Ina Moll", "May 4, 2021")
    )
    assert headline(text) == title
    assert [text[m.start : m.end] for m in mark_boilerplate(text) if m.reason == TITLE] == [title]
    assert kept(text) == " ".join(REPORT)


def test_the_headline_is_found_where_it_stands_twice_without_a_blank_line():
    title = "Army chief visits Arden"
    text = page(
        above=(f"{title} | The Mail", "Home » News » World", title, "Published: 04 May 2021 06:15 PM"), between="\n"
    )
    assert headline(text) == title
    assert kept(text) == " ".join(REPORT)


@pytest.mark.parametrize("piece", ["AP/AP ", "Ab Cd/AFP/Getty Images ", "Photo: Ab (c) ", "“", "A. ", "Abc / "])
def test_hostile_lines_take_no_long_time(piece):
    start = time.perf_counter()
    mark_boilerplate(piece * 20_000 + "x")
    assert time.perf_counter() - start < 3


def test_reasons_are_plain_sentences():
    text = page("Subscribe to our newsletter", "Leave a Reply", "Tom", above=("Advertisement", "By Ina Moll"))
    for mark in mark_boilerplate(text):
        assert mark.reason[0].isupper()
        assert mark.reason.endswith(".")


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*REPORT, "Leave a Reply", "Share", "READ MORE: x", "a b c d e", "(AP Photo/X Y)", "\u202eabc", ""]
        ),
        max_size=12,
    ),
    st.sampled_from(["\n", "\n\n", "\r\n", " \u2028"]),
)
def test_marks_are_ordered_apart_and_inside_the_text(pieces, between):
    text = between.join(pieces)
    end = 0
    for mark in mark_boilerplate(text):
        assert end <= mark.start < mark.end <= len(text)
        assert text[mark.start : mark.end].strip()
        end = mark.end


@pytest.mark.needs_shared
@pytest.mark.skipif(not SEED.exists(), reason="the development data is not beside the repository")
def test_the_seed_report_survives_and_nothing_else():
    text = SEED.read_text(encoding="utf-8")
    assert kept(text) == " ".join(" ".join(text.split("\n\n")[2:11]).split())
