"""Chooses family names among the words of the pronouncing dictionary.

The dictionary holds many thousands of surnames, unmarked. A word that no word list knows in lower case counts as one when the
language model has seen it directly after given names or titles; a word the model has never seen counts as a rare one unless
its shape says otherwise: derived from a known word (plurals, -ness, anti-), put together from two, or made like a firm's name.
"""

import re

PREFIXES = ("un re non pre over under counter anti mini micro inter super multi mis dis de out sub trans bio hyper tele auto electro "
            "photo post pro semi cyber petro agri euro hydro thermo techno info data medi pharma cardio neuro immuno gen chem ultra "
            "mega poly mono video radio").split()
SUFFIXES = ("s es ed d ing er ers r ly ness like less able ability ism isms ist ists ize izes ized izing ization izations ise ised ate "
            "ated ates ating ation ations al ally ic ical ity ities ment ments ive ives ful ward wise ship hood dom ish ian ians an ans y "
            "ies est ier iest tion tions or ors ant ants ent ents ance ence ous").split()
PLACE_OR_NAME_PART = re.compile("(man|son|berg|stein|field|wood|ford|burn|stone|worth|well|land|house|water|smith|good|gold|horn|ridge|"
                                "brook|bridge|hill|wall)$")
FIRM = re.compile("(corp|tech|tek|trons?|tronics?|gen|dyne|com|co|tel|tex|[eioa]x|sys|soft|net|care|med|banks?|banc|air|chem|pharm|oil|"
                  "gas|comp|systems|scan|plex|max|data|link|port|ware|cor|trust|america|tec|cal|trol|matic|graph|vision|phone|cast|"
                  "phile|mobile|mart|foods?|works|inc|ltd|tone|wave|lite|pa[ck]k?|labs?|therm|fab|ics|isms?|ogy|ology|itis|osis|oid|ine|"
                  "ase|ide|ium|ville|town|burgh|shire|grad|abad|pur|istan|polis|inns?|lines?|isms|tions?|ously|ically|amerika?|kontroll?)$")
GIVEN_NAMES = 250  # the most frequent ones tell enough
TITLES = "mister mr mr. mrs mrs. ms ms. dr dr. doctor senator professor president judge".split()


def stems(word):
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            base = word[:-len(suffix)]
            yield base
            yield base + "e"
            if suffix[0] == "i":
                yield base + "y"
            if len(base) > 3 and base[-1] == base[-2]:
                yield base[:-1]


def is_derived(word, lower_words, common_words, proper_words):
    if any(len(stem) >= 4 and stem in lower_words for stem in stems(word)):
        return True
    if any(word == name + ending for ending in ("s", "an", "ian", "ist", "ite", "n", "nian") for name in (word[:-len(ending)],)
           if name in proper_words):
        return True
    for prefix in PREFIXES:
        rest = word[len(prefix):]
        if word.startswith(prefix) and len(rest) >= 4 and (rest in lower_words or any(len(s) >= 4 and s in lower_words for s in stems(rest))):
            return True
    if PLACE_OR_NAME_PART.search(word):
        return False
    return any(word[:i] in common_words and word[i:] in common_words for i in range(3, len(word) - 3))


def find(dictionary, model, bigrams, given_names, lower_words, common_words, proper_words):
    """Returns (names with evidence, rare names)."""
    frequent = sorted((name for name in given_names if name in model), key=lambda name: (-model[name], name))[:GIVEN_NAMES]
    previous = list(bigrams.ids(frequent + TITLES).values())
    shaped = [word for word in sorted(dictionary) if re.fullmatch("(o'|d')?[a-z]{3,14}", word) and re.search("[aeiouy]", word)
              and word not in lower_words]
    known = bigrams.ids([word for word in shaped if word in model])
    seen = {word for word, number in known.items() if bigrams.seen_before(number, previous) > 0}
    bases = proper_words | set(model)
    rare = {word for word in shaped if word not in model and word not in proper_words and len(word) > 3
            and not FIRM.search(word) and not is_derived(word, lower_words, common_words, bases)}
    return seen, rare
