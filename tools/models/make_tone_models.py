#!/usr/bin/python3
"""Makes tiny models of a 'tone language' for sherpa-onnx: each character is a pure tone, so that tests run the real library on sound
whose words and times are known exactly, without any trained weights.

    make_tone_models.py FOLDER

A character's tone lies at the centre of a mel band. The models take the energy of these bands as the score of the characters and a
constant as the score of silence. tests/Bleep.Testing/Speech/ToneLanguage.cs makes the sound.
"""

import base64
import math
import os
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SYMBOLS = [chr(c) for c in range(ord("a"), ord("z") + 1)] + [str(d) for d in range(10)] + ["\u2581", "'", "-", ".", "@"]
COUNT = len(SYMBOLS)
FIRST_BAND = 22
F = TensorProto.FLOAT
I32 = TensorProto.INT32
I64 = TensorProto.INT64


def kaldi_mel(hertz):
    return 1127.0 * math.log(1.0 + hertz / 700.0)


def kaldi_centre(band, bands=80, low=20.0, high=7600.0):
    mel = kaldi_mel(low) + (band + 1) * (kaldi_mel(high) - kaldi_mel(low)) / (bands + 1)
    return 700.0 * (math.exp(mel / 1127.0) - 1.0)


def slaney_mel(hertz):
    return hertz / (200.0 / 3) if hertz < 1000 else 15.0 + math.log(hertz / 1000.0) * 27.0 / math.log(6.4)


def slaney_centre(band, bands, high):
    mel = (band + 1) * slaney_mel(high) / (bands + 1)
    return mel * 200.0 / 3 if mel < 15.0 else 1000.0 * math.exp((mel - 15.0) * math.log(6.4) / 27.0)


TONES = [kaldi_centre(FIRST_BAND + k) for k in range(COUNT)]


def slaney_bands(bands, high):
    centres = [slaney_centre(b, bands, high) for b in range(bands)]
    nearest = [min(range(bands), key=lambda b: abs(centres[b] - tone)) for tone in TONES]
    assert len(set(nearest)) == COUNT, "two tones share a band"
    return nearest


def kaldi_patterns(high):
    """How a tone spreads over bands that are wider than the tones lie apart: a column a tone, each of length 1."""
    centres = np.array([kaldi_centre(b, high=high) for b in range(80)])
    patterns = np.zeros((80, COUNT), dtype=np.float32)
    for k, tone in enumerate(TONES):
        below = int(np.searchsorted(centres, tone)) - 1
        low, mel, top = (kaldi_mel(f) for f in (centres[below], tone, centres[below + 1]))
        patterns[below:below + 2, k] = [top - mel, mel - low]
    return patterns / np.linalg.norm(patterns, axis=0)


KALDI_BANDS = [FIRST_BAND + k for k in range(COUNT)]


class Graph:
    """Nodes and constants of a model while it is written down."""

    def __init__(self):
        self.nodes = []
        self.constants = []
        self.names = 0

    def constant(self, value, dtype):
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.array(value, dtype=dtype), name))
        return name

    def add(self, op, inputs, output=None, **attributes):
        if output is None:
            output = f"t{self.names}"
            self.names += 1
        self.nodes.append(helper.make_node(op, inputs, [output], **attributes))
        return output

    def save(self, path, inputs, outputs, metadata=None):
        graph = helper.make_graph(
            self.nodes, "tone",
            [helper.make_tensor_value_info(*value) for value in inputs],
            [helper.make_tensor_value_info(*value) for value in outputs],
            self.constants)
        model = helper.make_model(graph, producer_name="bleep", opset_imports=[helper.make_opsetid("", 13)])
        model.ir_version = 8
        helper.set_model_props(model, {key: str(value) for key, value in (metadata or {}).items()})
        onnx.checker.check_model(model)
        onnx.save(model, path)


def scores(graph, features, bands, threshold, axis, step):
    """Scores of all characters, every step-th frame. Bands lie along 'axis', time along the other (1 or 2)."""
    time = 3 - axis
    picked = graph.add("Gather", [features, graph.constant(bands, np.int64)], axis=axis)
    if step > 1:
        picked = graph.add("Slice", [picked, graph.constant([0], np.int64), graph.constant([1 << 30], np.int64),
                                     graph.constant([time], np.int64), graph.constant([step], np.int64)])
    lowered = graph.add("Sub", [picked, graph.constant(threshold, np.float32)])
    return graph.add("Mul", [lowered, graph.constant(4, np.float32)])


def zeros_like_first(graph, value, axis):
    """A row of zeros as long as the others: the score of silence."""
    row = graph.add("Slice", [value, graph.constant([0], np.int64), graph.constant([1], np.int64), graph.constant([axis], np.int64)])
    return graph.add("Mul", [row, graph.constant(0, np.float32)])


def shorter(graph, lengths, step, dtype, output=None):
    """Lengths after taking every step-th frame."""
    more = graph.add("Add", [lengths, graph.constant(step - 1, dtype)])
    return graph.add("Div", [more, graph.constant(step, dtype)], output)


def once(graph, all_scores, axis, previous=None):
    """Raises silence (row 'axis' of the same index) where the best character is that of the frame before, so that each tone is heard once."""
    time = 3 - axis
    best = graph.add("ArgMax", [all_scores], axis=axis, keepdims=1)
    if previous is None:
        first = graph.add("Slice", [best, graph.constant([0], np.int64), graph.constant([1], np.int64), graph.constant([time], np.int64)])
        previous = graph.add("Sub", [graph.add("Mul", [first, graph.constant(0, np.int64)]), graph.constant(1, np.int64)])
    before = graph.add("Slice", [best, graph.constant([0], np.int64), graph.constant([-1], np.int64), graph.constant([time], np.int64)])
    shifted = graph.add("Concat", [previous, before], axis=time)
    same = graph.add("Cast", [graph.add("Equal", [best, shifted])], to=F)
    return best, graph.add("Mul", [same, graph.constant(1000, np.float32)])


def write_tokens(folder, blank_first):
    lines = [f"<blk> {0}"] + [f"{s} {i + 1}" for i, s in enumerate(SYMBOLS)] if blank_first else \
        [f"{s} {i}" for i, s in enumerate(SYMBOLS)] + [f"<blk> {COUNT}"]
    with open(os.path.join(folder, "tokens.txt"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def folder_of(root, name):
    path = os.path.join(root, name)
    os.makedirs(path, exist_ok=True)
    return path


def make_tdt(root):
    """A NeMo token-and-duration transducer: the code path of Parakeet."""
    folder, bins, step = folder_of(root, "tone-tdt"), 128, 4
    g = Graph()
    chars = scores(g, "audio_signal", slaney_bands(bins, 7600.0), 1.0, axis=1, step=step)
    blank = zeros_like_first(g, chars, 1)
    _, raised = once(g, g.add("Concat", [chars, blank], axis=1), axis=1)
    g.add("Concat", [chars, g.add("Add", [blank, raised])], "outputs", axis=1)
    shorter(g, "length", step, np.int64, "encoded_lengths")
    g.save(os.path.join(folder, "encoder.onnx"),
           [("audio_signal", F, ["N", bins, "T"]), ("length", I64, ["N"])],
           [("outputs", F, ["N", COUNT + 1, "S"]), ("encoded_lengths", I64, ["N"])],
           {"vocab_size": COUNT, "subsampling_factor": step, "normalize_type": "NA", "pred_rnn_layers": 1, "pred_hidden": 1,
            "feat_dim": bins, "model_type": "EncDecRNNTBPEModel", "version": 1, "url": "tone-tdt", "comment": "tone language"})
    g = Graph()
    g.add("Unsqueeze", [g.add("Cast", ["targets"], to=F), g.constant([1], np.int64)], "outputs")
    for source, target in [("target_length", "prednet_lengths"), ("states.1", "o1"), ("onnx::1", "o2")]:
        g.add("Identity", [source], target)
    g.save(os.path.join(folder, "decoder.onnx"),
           [("targets", I32, ["N", "U"]), ("target_length", I32, ["N"]), ("states.1", F, [1, "N", 1]), ("onnx::1", F, [1, "N", 1])],
           [("outputs", F, ["N", 1, "U"]), ("prednet_lengths", I32, ["N"]), ("o1", F, [1, "N", 1]), ("o2", F, [1, "N", 1])])
    g = Graph()
    joined = g.add("Add", [g.add("Reshape", ["encoder_outputs", g.constant([1, 1, 1, COUNT + 1], np.int64)]),
                           g.add("Mul", [g.add("Unsqueeze", ["decoder_outputs", g.constant([3], np.int64)]), g.constant(0, np.float32)])])
    durations = g.constant([[[[0, 8, 0, 0, 0]]]], np.float32)
    g.add("Concat", [joined, durations], "outputs", axis=3)
    g.save(os.path.join(folder, "joiner.onnx"),
           [("encoder_outputs", F, [1, COUNT + 1, 1]), ("decoder_outputs", F, [1, 1, 1])],
           [("outputs", F, [1, 1, 1, COUNT + 6])])
    write_tokens(folder, blank_first=False)


def make_nemo_ctc(root):
    folder, step = folder_of(root, "tone-nemo-ctc"), 4
    g = Graph()
    chars = scores(g, "audio_signal", slaney_bands(80, 8000.0), 1.0, axis=1, step=step)
    g.add("Transpose", [g.add("Concat", [chars, zeros_like_first(g, chars, 1)], axis=1)], "logprobs", perm=[0, 2, 1])
    g.save(os.path.join(folder, "model.onnx"),
           [("audio_signal", F, ["N", 80, "T"]), ("length", I64, ["N"])], [("logprobs", F, ["N", "S", COUNT + 1])],
           {"vocab_size": COUNT, "subsampling_factor": step, "normalize_type": "NA", "model_type": "EncDecCTCModelBPE"})
    write_tokens(folder, blank_first=False)


def make_zipformer_ctc(root):
    folder, step = folder_of(root, "tone-zipformer-ctc"), 4
    g = Graph()
    chars = scores(g, "x", KALDI_BANDS, 3.0, axis=2, step=step)
    g.add("Concat", [zeros_like_first(g, chars, 2), chars], "log_probs", axis=2)
    shorter(g, "x_lens", step, np.int64, "log_probs_len")
    g.save(os.path.join(folder, "model.onnx"),
           [("x", F, ["N", "T", 80]), ("x_lens", I64, ["N"])],
           [("log_probs", F, ["N", "S", COUNT + 1]), ("log_probs_len", I64, ["N"])])
    write_tokens(folder, blank_first=True)


def save_stateless_decoder(folder):
    g = Graph()
    g.add("Cast", ["y"], "decoder_out", to=F)
    g.save(os.path.join(folder, "decoder.onnx"), [("y", I64, ["N", 2])], [("decoder_out", F, ["N", 2])],
           {"context_size": 2, "vocab_size": COUNT + 1})


def save_additive_joiner(folder):
    g = Graph()
    quiet = g.add("Mul", [g.add("ReduceSum", ["decoder_out", g.constant([1], np.int64)], keepdims=1), g.constant(0, np.float32)])
    g.add("Add", ["encoder_out", quiet], "logit")
    g.save(os.path.join(folder, "joiner.onnx"),
           [("encoder_out", F, ["N", COUNT + 1]), ("decoder_out", F, ["N", 2])], [("logit", F, ["N", COUNT + 1])],
           {"joiner_dim": COUNT + 1})


def make_zipformer_transducer(root):
    folder, step = folder_of(root, "tone-zipformer-transducer"), 4
    g = Graph()
    chars = scores(g, "x", KALDI_BANDS, 3.0, axis=2, step=step)
    blank = zeros_like_first(g, chars, 2)
    _, raised = once(g, g.add("Concat", [blank, chars], axis=2), axis=2)
    g.add("Concat", [g.add("Add", [blank, raised]), chars], "encoder_out", axis=2)
    shorter(g, "x_lens", step, np.int64, "encoder_out_lens")
    g.save(os.path.join(folder, "encoder.onnx"),
           [("x", F, ["N", "T", 80]), ("x_lens", I64, ["N"])],
           [("encoder_out", F, ["N", "S", COUNT + 1]), ("encoder_out_lens", I64, ["N"])], {"model_type": "zipformer2"})
    save_stateless_decoder(folder)
    save_additive_joiner(folder)
    write_tokens(folder, blank_first=True)


# States of a streaming zipformer with one layer, all of the least size: caches of attention and convolution, the embedding's
# left context (which here remembers the last best character) and the number of frames seen.
STATES = [("cached_key_0", [1, "N", 1]), ("cached_nonlin_attn_0", [1, "N", 1, 3]), ("cached_val1_0", [1, "N", 1]),
          ("cached_val2_0", [1, "N", 1]), ("cached_conv1_0", ["N", 4, 1]), ("cached_conv2_0", ["N", 4, 1]),
          ("embed_states", ["N", 128, 3, 19])]
STREAMING = {"encoder_dims": 4, "query_head_dims": 1, "value_head_dims": 1, "num_heads": 1, "num_encoder_layers": 1, "left_context_len": 1,
             "cnn_module_kernels": 3, "T": 32, "decode_chunk_len": 32, "model_type": "zipformer2"}


def save_streaming(g, path, output, shape, states_done=()):
    for name, _ in STATES:
        if name not in states_done:
            g.add("Identity", [name], f"new_{name}")
    g.add("Add", ["processed_lens", g.constant(32, np.int64)], "new_processed_lens")
    g.save(path,
           [("x", F, ["N", 32, 80])] + [(name, F, dims) for name, dims in STATES] + [("processed_lens", I64, ["N"])],
           [(output, F, shape)] + [(f"new_{name}", F, dims) for name, dims in STATES] + [("new_processed_lens", I64, ["N"])], STREAMING)


def make_online_ctc(root):
    folder = folder_of(root, "tone-online-ctc")
    g = Graph()
    chars = scores(g, "x", KALDI_BANDS, 3.0, axis=2, step=4)
    g.add("Concat", [zeros_like_first(g, chars, 2), chars], "log_probs", axis=2)
    save_streaming(g, os.path.join(folder, "model.onnx"), "log_probs", ["N", 8, COUNT + 1])
    write_tokens(folder, blank_first=True)


def make_online_transducer(root):
    folder = folder_of(root, "tone-online-transducer")
    g = Graph()
    chars = scores(g, "x", KALDI_BANDS, 3.0, axis=2, step=4)
    blank = zeros_like_first(g, chars, 2)
    # The best character of the chunk before waits in the first cell of the embedding's state.
    state = g.add("ReduceMax", ["embed_states"], axes=[1, 2, 3], keepdims=0)
    before = g.add("Unsqueeze", [g.add("Cast", [state], to=I64), g.constant([1, 2], np.int64)])
    best, raised = once(g, g.add("Concat", [blank, chars], axis=2), axis=2, previous=before)
    g.add("Concat", [g.add("Add", [blank, raised]), chars], "encoder_out", axis=2)
    last = g.add("Slice", [best, g.constant([-1], np.int64), g.constant([1 << 30], np.int64), g.constant([1], np.int64)])
    lifted = g.add("Unsqueeze", [g.add("Cast", [last], to=F), g.constant([3], np.int64)])
    g.add("Add", [g.add("Mul", ["embed_states", g.constant(0, np.float32)]), lifted], "new_embed_states")
    save_streaming(g, os.path.join(folder, "encoder.onnx"), "encoder_out", ["N", 8, COUNT + 1], states_done={"embed_states"})
    save_stateless_decoder(folder)
    save_additive_joiner(folder)
    write_tokens(folder, blank_first=True)


def make_online_nemo_ctc(root):
    folder = folder_of(root, "tone-online-nemo-ctc")
    g = Graph()
    # Unlike the offline ones it gets the same features as a Zipformer.
    chars = scores(g, "audio_signal", KALDI_BANDS, 3.0, axis=1, step=4)
    g.add("Transpose", [g.add("Concat", [chars, zeros_like_first(g, chars, 1)], axis=1)], "logprobs", perm=[0, 2, 1])
    shorter(g, "length", 4, np.int64, "encoded_lengths")
    caches = [("cache_last_channel", F, ["N", 1, 1, 1]), ("cache_last_time", F, ["N", 1, 1, 1]), ("cache_last_channel_len", I64, ["N"])]
    for name, _, _ in caches:
        g.add("Identity", [name], f"{name}_next")
    g.save(os.path.join(folder, "model.onnx"),
           [("audio_signal", F, ["N", 80, 32]), ("length", I64, ["N"])] + caches,
           [("logprobs", F, ["N", 8, COUNT + 1]), ("encoded_lengths", I64, ["N"])] + [(f"{n}_next", t, d) for n, t, d in caches],
           {"window_size": 32, "chunk_shift": 32, "subsampling_factor": 4, "vocab_size": COUNT, "normalize_type": "NA",
            **{f"cache_last_{kind}_dim{i}": 1 for kind in ("channel", "time") for i in (1, 2, 3)}})
    write_tokens(folder, blank_first=False)


def make_sense_voice(root):
    """Its frames are seven frames of 10 ms, taken every 60 ms; before the text come four marks of language, mood, event and style."""
    folder = folder_of(root, "tone-sense-voice")
    marks = ["<|en|>", "<|NEUTRAL|>", "<|Speech|>", "<|withitn|>"]
    size = 1 + COUNT + len(marks)
    g = Graph()
    patterns = g.constant(kaldi_patterns(8000.0), np.float32)
    middle = []
    for frame in (2, 3, 4):
        bands = g.add("Gather", ["x", g.constant(list(range(frame * 80, frame * 80 + 80)), np.int64)], axis=2)
        middle.append(g.add("Log", [g.add("MatMul", [g.add("Exp", [bands]), patterns])]))
    lowered = g.add("Sub", [g.add("Min", middle), g.constant(3.0, np.float32)])
    chars = g.add("Mul", [lowered, g.constant(4, np.float32)])
    blank = zeros_like_first(g, chars, 2)
    never = g.add("Sub", [g.add("Concat", [blank] * len(marks), axis=2), g.constant(100, np.float32)])
    text = g.add("Concat", [blank, chars, never], axis=2)
    first = np.zeros((1, len(marks), size), dtype=np.float32)
    for index in range(len(marks)):
        first[0, index, 1 + COUNT + index] = 100
    g.add("Concat", [g.constant(first, np.float32), text], "logits", axis=1)
    g.save(os.path.join(folder, "model.onnx"),
           [("x", F, ["N", "T", 560]), ("x_length", I32, ["N"]), ("language", I32, ["N"]), ("text_norm", I32, ["N"])],
           [("logits", F, ["N", "S", size])],
           {"vocab_size": size, "lfr_window_size": 7, "lfr_window_shift": 6, "normalize_samples": 1, "with_itn": 14, "without_itn": 15,
            "lang_auto": 0, "lang_zh": 3, "lang_en": 4, "lang_yue": 7, "lang_ja": 11, "lang_ko": 12, "blank_id": 0,
            "neg_mean": ",".join(["0"] * 560), "inv_stddev": ",".join(["1"] * 560), "model_type": "sense_voice_ctc"})
    with open(os.path.join(folder, "tokens.txt"), "w", encoding="utf-8") as file:
        file.write("\n".join(f"{s} {i}" for i, s in enumerate(["<blk>"] + SYMBOLS + marks)) + "\n")


def make_whisper(root):
    """The encoder finds the characters; the decoder gives them out one by one, with the times of the whole when it is asked for times."""
    folder = folder_of(root, "tone-whisper")
    eot, sot, en, de, translate, transcribe, no_speech, no_times = range(COUNT, COUNT + 8)
    size = no_times + 1 + 1501
    bands = slaney_bands(80, 8000.0)
    g = Graph()
    picked = g.add("Gather", ["mel", g.constant(bands, np.int64)], axis=1)
    every_other = g.add("Slice", [picked, g.constant([0], np.int64), g.constant([1 << 30], np.int64), g.constant([2], np.int64), g.constant([2], np.int64)])
    # Features are decades of energy over four; what is two decades under the loudest is silence.
    level = g.add("Sub", [g.add("ReduceMax", ["mel"], keepdims=1), g.constant(0.5, np.float32)])
    chars = g.add("Sub", [every_other, level])
    ids = g.add("ArgMax", [g.add("Concat", [zeros_like_first(g, chars, 1), chars], axis=1)], axis=1, keepdims=0)
    line = g.add("Reshape", [ids, g.constant([-1], np.int64)])
    before = g.add("Concat", [g.constant([0], np.int64),
                              g.add("Slice", [line, g.constant([0], np.int64), g.constant([-1], np.int64)])], axis=0)
    begins = g.add("And", [g.add("Not", [g.add("Equal", [line, before])]), g.add("Greater", [line, g.constant(0, np.int64)])])
    places = g.add("Reshape", [g.add("NonZero", [begins]), g.constant([-1], np.int64)])
    text = g.add("Sub", [g.add("Gather", [line, places], axis=0), g.constant(1, np.int64)])
    sounding = g.add("Reshape", [g.add("NonZero", [g.add("Greater", [line, g.constant(0, np.int64)])]), g.constant([-1], np.int64)])
    # Frames of 20 ms are the steps of times, too. Where nothing sounds there is neither text nor time.
    ends = []
    for begin, end, shift in ((0, 1, 0), (-1, 1 << 30, 1)):
        place = g.add("Slice", [sounding, g.constant([begin], np.int64), g.constant([end], np.int64)])
        ends.append(g.add("Add", [place, g.constant(no_times + 1 + shift, np.int64)]))
    final = g.constant([eot, eot], np.int64)
    for name, parts in (("n_layer_cross_k", [text, final]), ("n_layer_cross_v", [ends[0], text, ends[1], final])):
        whole = g.add("Cast", [g.add("Concat", parts, axis=0)], to=F)
        g.add("Reshape", [whole, g.constant([1, 1, -1, 1], np.int64)], name)
    languages = {"all_language_tokens": f"{en},{de}", "all_language_codes": "en,de"}
    g.save(os.path.join(folder, "tone-encoder.onnx"), [("mel", F, ["N", 80, "T"])],
           [("n_layer_cross_k", F, [1, "N", "S", 1]), ("n_layer_cross_v", F, [1, "N", "V", 1])],
           {"model_type": "whisper-tone", "n_mels": 80, "n_text_layer": 1, "n_text_ctx": 448, "n_text_state": 1, "n_vocab": size, "sot": sot,
            "sot_index": 0, "eot": eot, "blank_id": SYMBOLS.index("\u2581"), "translate": translate, "transcribe": transcribe,
            "is_multilingual": 1, "no_speech": no_speech, "no_timestamps": no_times, "sot_sequence": f"{sot},{en},{transcribe}", **languages})
    g = Graph()
    count = g.add("Slice", [g.add("Shape", ["tokens"]), g.constant([1], np.int64), g.constant([2], np.int64)])
    is_first = g.add("Equal", ["offset", g.constant([0], np.int64)])
    # The caches remember the length of the prompt, and whether it asked for no times.
    told = {}
    for cache, value in (
            ("self_k", g.add("Cast", [count], to=F)),
            ("self_v", g.add("Reshape", [g.add("ReduceMax", [g.add("Cast", [g.add("Equal", ["tokens", g.constant(no_times, np.int64)])], to=F)], keepdims=0),
                                         g.constant([1], np.int64)]))):
        kept = g.add("Reshape", [g.add("ReduceMax", [f"n_layer_{cache}_cache"], keepdims=0), g.constant([1], np.int64)])
        told[cache] = g.add("Where", [is_first, value, kept])
        g.add("Add", [g.add("Mul", [f"n_layer_{cache}_cache", g.constant(0, np.float32)]), told[cache]], f"out_n_layer_{cache}_cache")
    prompt = g.add("Cast", [told["self_k"]], to=I64)
    steps = g.add("Range", [g.constant(0, np.int64), g.add("Reshape", [count, g.constant([], np.int64)]), g.constant(1, np.int64)])
    index = g.add("Sub", [g.add("Add", [g.add("Add", [steps, "offset"]), g.constant(1, np.int64)]), prompt])
    picks = []
    for cross in ("n_layer_cross_k", "n_layer_cross_v"):
        line = g.add("Reshape", [cross, g.constant([-1], np.int64)])
        last = g.add("Sub", [g.add("Shape", [line]), g.constant([1], np.int64)])
        within = g.add("Min", [g.add("Max", [index, g.constant([0], np.int64)]), last])
        picks.append(g.add("Gather", [line, within], axis=0))
    is_plain = g.add("Greater", [told["self_v"], g.constant(0.5, np.float32)])
    ids = g.add("Cast", [g.add("Where", [is_plain] + picks)], to=I64)
    hot = g.add("OneHot", [ids, g.constant(size, np.int64), g.constant([0, 50], np.float32)], axis=-1)
    g.add("Reshape", [hot, g.constant([1, -1, size], np.int64)], "logits")
    g.save(os.path.join(folder, "tone-decoder.onnx"),
           [("tokens", I64, ["N", "U"]), ("n_layer_self_k_cache", F, [1, "N", 448, 1]), ("n_layer_self_v_cache", F, [1, "N", 448, 1]),
            ("n_layer_cross_k", F, [1, "N", "S", 1]), ("n_layer_cross_v", F, [1, "N", "V", 1]), ("offset", I64, [1])],
           [("logits", F, ["N", "U", size]), ("out_n_layer_self_k_cache", F, [1, "N", 448, 1]), ("out_n_layer_self_v_cache", F, [1, "N", 448, 1])])
    with open(os.path.join(folder, "tone-tokens.txt"), "w", encoding="utf-8") as file:
        for index, symbol in enumerate(SYMBOLS):
            file.write(f"{base64.b64encode(symbol.replace(chr(0x2581), ' ').encode()).decode()} {index}\n")


def make_vad(root):
    """A stand-in for Silero's detector of speech (version 5): what is loud is speech."""
    folder = folder_of(root, "tone-vad")
    g = Graph()
    level = g.add("ReduceMean", [g.add("Abs", ["input"])], axes=[1], keepdims=1)
    g.add("Sigmoid", [g.add("Mul", [g.add("Sub", [level, g.constant(0.01, np.float32)]), g.constant(1000, np.float32)])], "output")
    g.add("Identity", ["state"], "stateN")
    g.save(os.path.join(folder, "silero_vad.onnx"),
           [("input", F, [1, 576]), ("state", F, [2, 1, 128]), ("sr", I64, [])], [("output", F, [1, 1]), ("stateN", F, [2, 1, 128])])


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: make_tone_models.py FOLDER")
    root = sys.argv[1]
    for make in (make_tdt, make_nemo_ctc, make_zipformer_ctc, make_zipformer_transducer, make_sense_voice, make_whisper, make_online_ctc,
                 make_online_transducer, make_online_nemo_ctc, make_vad):
        make(root)


main()
