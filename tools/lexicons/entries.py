"""Reads the hand-written inputs and writes lexicon files.

Input format: entries separated by commas; '#' lines are comments; a line '[flags]' sets the flags of the entries below it,
'[]' clears them; 'entry/flags' adds flags to one entry. Output: one entry a line, sorted, TAB and flags behind it.
"""

import os
import re
import unicodedata

SPECIAL = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "’": "'"})


def normalise(text):
    """Lower case without accents, dots and hyphens, as a recogniser writes it."""
    text = unicodedata.normalize("NFKD", text.lower().translate(SPECIAL))
    text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(text.replace(".", "").replace("-", " ").replace("&", " and ").split())


def parse(path, keep_hyphen=False):
    """Returns {entry: set of flags} of one input file."""
    entries = {}
    flags = ""
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            if line.startswith("["):
                flags = line.strip("[]")
                continue
            for item in line.split(","):
                name, _, own = item.strip().partition("/")
                name = name.strip() if keep_hyphen else normalise(name)
                if name:
                    entries.setdefault(name, set()).update(flags.split() + own.split())
    return entries


def check(entries, path):
    for entry in entries:
        if not re.fullmatch(r"[a-z0-9' +\-/]+", entry):
            raise ValueError(f"{path}: bad entry {entry!r}")


def write(path, header, entries):
    """Writes {entry: flags}; a flag of one letter joins the others, longer ones are separated by blanks."""
    check(entries, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for line in header:
            file.write(f"# {line}\n".replace("# \n", "#\n"))
        for entry in sorted(entries):
            flags = sorted(entries[entry], key=lambda flag: (len(flag), flag))
            joined = ("" if all(len(flag) == 1 for flag in flags) else " ").join(flags)
            file.write(f"{entry}\t{joined}\n" if joined else f"{entry}\n")
