"""Counts, with the sphinxbase library, how many of some words stand before another word in the language model."""

import ctypes


class Bigrams:
    def __init__(self, model_path, library="libsphinxbase.so.3"):
        lib = ctypes.CDLL(library)
        lib.err_set_logfp(None)
        lib.logmath_init.restype = ctypes.c_void_p
        lib.logmath_init.argtypes = [ctypes.c_double, ctypes.c_int, ctypes.c_int]
        lib.ngram_model_read.restype = ctypes.c_void_p
        lib.ngram_model_read.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p]
        lib.ngram_wid.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
        lib.ngram_wid.restype = ctypes.c_int32
        lib.ngram_unknown_wid.argtypes = [ctypes.c_void_p]
        lib.ngram_unknown_wid.restype = ctypes.c_int32
        lib.ngram_ng_score.argtypes = [ctypes.c_void_p, ctypes.c_int32, ctypes.POINTER(ctypes.c_int32),
                                       ctypes.c_int32, ctypes.POINTER(ctypes.c_int32)]
        lib.ngram_ng_score.restype = ctypes.c_int32
        self._lib = lib
        self._model = lib.ngram_model_read(None, model_path.encode(), 0, lib.logmath_init(1.0001, 0, 0))
        if not self._model:
            raise ValueError(f"{model_path}: the language model could not be read")
        self._unknown = lib.ngram_unknown_wid(self._model)

    def ids(self, words):
        found = ((word, self._lib.ngram_wid(self._model, word.encode())) for word in words)
        return {word: number for word, number in found if number != self._unknown}

    def seen_before(self, word_id, previous_ids):
        """How many of the words with previous_ids the model has seen directly before the word."""
        used = ctypes.c_int32()
        history = (ctypes.c_int32 * 1)()
        count = 0
        for previous in previous_ids:
            history[0] = previous
            self._lib.ngram_ng_score(self._model, word_id, history, 1, ctypes.byref(used))
            count += used.value == 2
        return count
