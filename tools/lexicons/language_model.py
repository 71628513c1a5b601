"""Reads the unigram table of a CMU Sphinx binary trie language model."""

import struct

MAGIC = b"Trie Language Model"
QUANT_BINS = 65536


def read_unigrams(path):
    """Returns {word: integer log probability}; larger is more frequent."""
    with open(path, "rb") as file:
        data = file.read()
    if not data.startswith(MAGIC):
        raise ValueError(f"{path}: not a binary trie language model")
    offset = len(MAGIC)
    order = data[offset]
    offset += 1
    counts = struct.unpack_from(f"<{order}I", data, offset)
    offset += 4 * order + 4  # the counts and the kind of quantisation
    offset += ((order - 2) * 2 + 1) * QUANT_BINS * 4  # its tables
    size = counts[0]
    values = [struct.unpack_from("<f", data, offset + 12 * i)[0] for i in range(size)]
    # The vocabulary closes the file: a length, then the words, each ended by NUL, in table order.
    parts = data[:-1].rsplit(b"\0", size - 1)
    parts[0] = parts[0][-next(i for i in range(1, 100) if parts[0][-i - 1] < 32):]
    words = [part.decode("utf-8", "replace") for part in parts]
    return {word: round(value) for word, value in zip(words, values)}
