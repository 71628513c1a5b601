#!/usr/bin/env python3
"""Makes the English lexicons of Bleep.Pii from the inputs beside this file and from freely licensed dictionaries.

    build.py --output src/Bleep.Pii/Languages/en/Lexicons --bogus ~/.nuget/packages/bogus/34.0.2/lib/net6.0/Bogus.dll

The other sources default to the paths of the Debian packages wamerican, wamerican-large, pocketsphinx-en-us and
libsphinxbase3. The result depends on nothing but these files. --report prints single words that a lexicon shares with the
ordinary words without the flag a.
"""

import argparse
import os
import re
import sys

sys.dont_write_bytecode = True

import entries  # noqa: E402
import surnames
from bigrams import Bigrams
from bogus_names import read_locales
from language_model import read_unigrams

HERE = os.path.dirname(os.path.abspath(__file__))
COMMON_WORDS = 24000
INFLECTED = 10000  # of these the regular forms are taken in too, however rare
LATIN_GIVEN = ["English", "English (Australia)", "English (India)", "Nigeria (English)", "English (South Africa)", "German",
               "German (Austria)", "German (Switzerland)", "Spanish", "Spanish (Mexico)", "French", "Italian", "Dutch",
               "Dutch (Belgium)", "Polish", "Portuguese (Brazil)", "Portuguese (Portugal)", "Norwegian", "Finnish", "Swedish", "Turkish"]
LATIN_FAMILY = LATIN_GIVEN + ["Romanian"]
HAND = "Written by hand for this project (Apache-2.0)."
WORD_LISTS = "Debian wamerican and wamerican-large (SCOWL, public domain and BSD-like), pocketsphinx-en-us (CMU, BSD 2-clause)."
BOGUS = "Name lists of NuGet package Bogus 34.0.2 (MIT, from faker.js, MIT)."

# File, policy, what it holds, what its flags mean.
PLAIN = [
    ("us_states", "location", "US states, territories and their spoken short forms.", "Flag: postal abbreviation; a ambiguous."),
    ("countries", "location", "Countries, territories and their spoken short forms.", "Flag: ISO 3166-1 alpha-2 code; a ambiguous."),
    ("regions", "location", "Provinces, counties, districts, continents, landscapes, airports and landmarks.", "Flag: a ambiguous."),
    ("street_types", "location", "Words of street addresses.", "Flags: s street type, u unit, d direction, p post box or code; a ambiguous."),
    ("organizations", "organization", "Companies, agencies, hospitals, schools, teams, charities, media.", "Flag: a ambiguous."),
    ("organization_words", "organization", "Head words that make a name before or behind them an organisation.",
     "Flags: f follows the name, p precedes it, m medical facility, a ambiguous."),
    ("nationalities", "nationality", "Nationalities, ethnic groups and races.", "Flag: a ambiguous."),
    ("languages", "language", "Names of natural languages.", "Flags: n also a nationality, a ambiguous."),
    ("religions", "religion", "Religions, denominations and their followers.", "Flag: a ambiguous."),
    ("political", "political_affiliation", "Parties, movements and ideologies.", "Flag: a ambiguous."),
    ("zodiac", "zodiac_sign", "Star signs.", "Flag: a ambiguous."),
    ("marital", "marital_status", "Marital status.", "Flag: a ambiguous."),
    ("gender_sexuality", "gender_sexuality", "Terms of gender identity and orientation.", "Flags: g gender, s sexuality, a ambiguous."),
    ("blood_types", "blood_type", "Blood groups as spoken and written.", "Flag: a ambiguous without a cue."),
    ("email_domains", "email_address", "Mail providers as spoken.", "Flag: a ambiguous without a mail address around it."),
    ("tlds", "email_address, url", "Top-level domains as spoken after 'dot'.", "Flag: a also an ordinary word."),
]


def read_words(path):
    with open(path, encoding="utf-8") as file:
        return [line.strip() for line in file if line.strip()]


def read_dictionary(path):
    with open(path, encoding="latin-1") as file:
        return {re.sub(r"\(\d+\)$", "", line.split()[0]) for line in file if line.strip()}


def input_path(name):
    return os.path.join(HERE, "input", f"{name}.txt")


def source(name):
    return entries.parse(input_path(name))


def header(title, policy, flags, sources):
    return [title, f"Policy: {policy}.", flags, f"Sources: {sources}", "Made by tools/lexicons/build.py; do not edit."]


def make_common_words(model, small_list, not_ordinary):
    """The most frequent words of the language model that the small word list has in lower case."""
    lower = {word for word in small_list if word[0].islower() and "'" not in word and word not in not_ordinary and word.isascii()}
    lower -= {word for word in lower if len(word) == 1 and word not in ("a", "i")}
    ranked = sorted((word for word in lower if word in model), key=lambda word: (-model[word], word))
    extra = entries.parse(input_path("ordinary_extra"), keep_hyphen=True)
    common = set(ranked[:COMMON_WORDS]) | {word.replace(".", "") for word in extra}
    for word in ranked[:INFLECTED]:
        common |= {form for form in inflections(word) if form in lower}
    return common - set(not_ordinary)


def inflections(word):
    """Regular forms, right and wrong ones; a word list tells them apart."""
    stem = word[:-1] if word[-1] in "ey" else word
    for ending in ("s", "es", "ed", "ing", "ly", "er", "ers"):
        yield word + ending
        yield stem + ending
        yield word + word[-1] + ending
    if word[-1] == "y":
        yield from (stem + ending for ending in ("ies", "ied", "ier", "iest", "ily"))


def locale_names(locales, titles, kinds):
    names = set()
    for title in titles:
        for kind, values in locales[title].items():
            if kinds.fullmatch(kind):
                names.update(entries.normalise(value) for value in values)
    return {name for name in names if re.fullmatch("[a-z' ]{2,20}", name)}


def make_ambiguous(file, common):
    """What the file lists, the ordinary words, countries and states."""
    return common | set(source(file)) | set(source("countries")) | set(source("us_states"))


def make_first_names(locales, common):
    names = source("first_names")
    english = locale_names(locales, ["English"], re.compile(".*first_name"))
    other = locale_names(locales, LATIN_GIVEN, re.compile("(fe)?male_first_name|first_name.*"))
    for name in english:
        names.setdefault(name, set())
    for name in other - set(names):
        if name not in common and len(name) > 2:
            names[name] = {"r"}
    for name in [*source("first_names.drop"), *source("not_surnames")]:
        names.pop(name, None)
    ambiguous = make_ambiguous("first_names.ambiguous", common)
    for name in names:
        if name in ambiguous:
            names[name] = (names[name] - {"r"}) | {"a"}
    return names


def make_last_names(args, locales, model, common, first, large):
    names = source("last_names")
    lower = {word for word in large if word[0].islower()}
    proper = {word.lower() for word in large if word[0].isupper()}
    given = {name for name, flags in first.items() if "c" in flags and "a" not in flags}
    found, rare = surnames.find(read_dictionary(args.dictionary), model, Bigrams(args.model), given, lower, common, proper)
    english = locale_names(locales, ["English", "English (Australia)"], re.compile("last_name"))
    foreign = locale_names(locales, LATIN_FAMILY, re.compile("(male_)?last_name"))
    not_names = set(source("last_names.drop"))
    others = set(source("not_surnames"))
    for file in ("countries", "us_states", "regions", "cities", "organizations", "nationalities", "languages", "religions"):
        others |= set(source(file))
    for name in sorted(found | english):
        if (name not in others or name in english) and name not in common:
            names.setdefault(name, set() if "c" not in first.get(name, ()) else {"r"})
    for name in sorted(rare | foreign):
        if name not in others and name not in first and name not in common and len(name) > 2:
            names.setdefault(name, {"r"})
    for name in not_names:
        names.pop(name, None)
    ambiguous = make_ambiguous("last_names.ambiguous", common)
    for name in names:
        if name in ambiguous:
            names[name] = (names[name] - {"r"}) | {"a"}
    return names


def make_cities(common, first, last):
    cities = source("cities")
    for name in source("cities.drop"):
        cities.pop(name, None)
    ambiguous = common | set(source("cities.ambiguous"))
    places = set(source("cities.places"))
    for name, flags in cities.items():
        if name in ambiguous:
            flags.add("a")
        if name not in places and (name in first or "r" not in last.get(name, {"r"})):
            flags.add("n")
    return cities


def mark_initials(file, lexicon):
    """Two letters alone are also spelled, so they need a cue, save where the place around them is one."""
    if file not in ("us_states", "street_types", "email_domains", "tlds"):
        for entry, flags in lexicon.items():
            if re.fullmatch("[a-z] [a-z]", entry) and entry not in ("u s", "u k"):
                flags.add("a")
    return lexicon


def report(file, lexicon, common):
    shared = sorted(entry for entry, flags in lexicon.items() if entry in common and "a" not in flags)
    if shared:
        print(f"{file}: {len(shared)} ordinary words without flag a: {', '.join(shared)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", required=True)
    parser.add_argument("--bogus", required=True, help="Bogus.dll of NuGet package Bogus 34.0.2")
    parser.add_argument("--small-list", default="/usr/share/dict/american-english")
    parser.add_argument("--large-list", default="/usr/share/dict/american-english-large")
    parser.add_argument("--dictionary", default="/usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict")
    parser.add_argument("--model", default="/usr/share/pocketsphinx/model/en-us/en-us.lm.bin")
    parser.add_argument("--report", action="store_true")
    args = parser.parse_args()

    model = read_unigrams(args.model)
    locales = read_locales(args.bogus)
    common = make_common_words(model, read_words(args.small_list), source("not_ordinary"))
    first = make_first_names(locales, common)
    last = make_last_names(args, locales, model, common, first, read_words(args.large_list))
    cities = make_cities(common, first, last)

    made = {
        "common_words": (dict.fromkeys(common, ()), header(
            "The most ordinary English words, spoken fillers included.", "none; tells an ordinary word from a candidate name", "No flags.",
            f"{WORD_LISTS} {HAND}")),
        "first_names": (first, header("Given names.", "person_name", "Flags: c common, a ambiguous, r rare.", f"{HAND} {BOGUS}")),
        "last_names": (last, header("Family names.", "person_name", "Flags: c common, a ambiguous, r rare.", f"{HAND} {BOGUS} {WORD_LISTS}")),
        "cities": (cities, header("Cities and towns.", "location", "Flags: a ambiguous, n also a person's name.", HAND)),
    }
    for name, policy, title, flags in PLAIN:
        made[name] = (mark_initials(name, source(name)), header(title, policy, flags, HAND))
    for name, (lexicon, lines) in made.items():
        entries.write(os.path.join(args.output, f"{name}.txt"), lines, lexicon)
        if args.report:
            print(f"{name}: {len(lexicon)}")
            report(name, lexicon, common) if name != "common_words" else None


if __name__ == "__main__":
    main()
