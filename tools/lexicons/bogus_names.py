"""Reads the name lists inside Bogus.dll (NuGet package Bogus, MIT): its locales are BSON documents kept as resources."""

import struct


def read_locales(path):
    """Returns {locale title: {list name: [entries]}} for the locales that have names."""
    with open(path, "rb") as file:
        data = file.read()
    locales = {}
    offset = 0
    while offset < len(data) - 12:
        # A resource is its length followed by its bytes, and a document starts with its own length.
        outer, inner = struct.unpack_from("<ii", data, offset)
        if outer == inner and 200 < outer <= len(data) - offset - 4 and data[offset + 8] in (2, 3, 4):
            document = parse(data, offset + 4)[0]
            if "title" in document:
                names = document.get("name", {})
                locales[document["title"]] = {k: v for k, v in names.items() if isinstance(v, list)}
                offset += 4 + outer
                continue
        offset += 1
    return locales


def parse(data, offset):
    """Returns a BSON document and the offset behind it."""
    length = struct.unpack_from("<i", data, offset)[0]
    end = offset + length - 1
    offset += 4
    document = {}
    while offset < end:
        kind = data[offset]
        stop = data.index(b"\0", offset)
        key = data[offset + 1:stop].decode("utf-8")
        document[key], offset = parse_value(data, stop + 1, kind)
    return document, end + 1


def parse_value(data, offset, kind):
    if kind == 1:
        return struct.unpack_from("<d", data, offset)[0], offset + 8
    if kind == 2:
        length = struct.unpack_from("<i", data, offset)[0]
        return data[offset + 4:offset + 3 + length].decode("utf-8"), offset + 4 + length
    if kind == 3:
        return parse(data, offset)
    if kind == 4:
        document, offset = parse(data, offset)
        return list(document.values()), offset
    if kind == 8:
        return bool(data[offset]), offset + 1
    if kind == 10:
        return None, offset
    if kind == 16:
        return struct.unpack_from("<i", data, offset)[0], offset + 4
    if kind == 18:
        return struct.unpack_from("<q", data, offset)[0], offset + 8
    raise ValueError(f"BSON element of kind {kind}")
