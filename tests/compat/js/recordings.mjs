// Goes through every call of the official SDK that concerns recordings, against a running server. The SDK is used as it is published; only
// the platform's fetch is listened to, so that the caller can hold every answer against the contract.
//
//   BLEEP_URL, BLEEP_KEY: the server   BLEEP_RECORDINGS: folder of speech.wav and the others   BLEEP_ANSWERS: file that answers are noted in

import assert from "node:assert/strict";
import { appendFileSync, createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { before, test } from "node:test";
import { AssemblyAI } from "assemblyai";

const { BLEEP_URL: baseUrl, BLEEP_KEY: apiKey, BLEEP_RECORDINGS: folder, BLEEP_ANSWERS: answers } = process.env;

const platformFetch = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const response = await platformFetch(input, init);
  const url = new URL(typeof input === "string" ? input : input.url ?? input);
  if (url.pathname.startsWith("/v2/")) {
    appendFileSync(answers, JSON.stringify({
      method: init?.method ?? "GET",
      path: url.pathname,
      status: response.status,
      contentType: response.headers.get("content-type"),
      body: await response.clone().text(),
    }) + "\n");
  }
  return response;
};

const client = new AssemblyAI({ apiKey, baseUrl });
const { transcripts, files } = client;
const polling = { pollingInterval: 300 };
const path = (name) => join(folder, name);
const unknown = "00000000-0000-4000-8000-000000000000";

// Recognition is the slow part, so what needs it is begun at once and read by several tests.
let hashed, named, stereo, silent, silentWithAudio;

before(async () => {
  const submitted = await Promise.all([
    transcripts.submit({
      audio: path("speech.wav"), redact_pii: true, redact_pii_policies: ["person_name", "phone_number", "number_sequence"], redact_pii_sub: "hash",
      redact_pii_audio: true, redact_pii_audio_quality: "mp3", redact_pii_return_unredacted: true, entity_detection: true, speaker_labels: true,
      redact_static_entities: { gadget: ["telephone", "call"] },
    }),
    transcripts.submit({
      audio: path("speech.wav"), redact_pii: true, redact_pii_sub: "entity_name", redact_pii_audio: true, redact_pii_audio_quality: "wav",
      redact_pii_audio_options: { override_audio_redaction_method: "silence" },
    }),
    transcripts.submit({ audio: path("stereo.wav"), multichannel: true, redact_pii: true }),
    transcripts.submit({ audio: path("silence.wav"), redact_pii: true, redact_pii_audio: true }),
    transcripts.submit({
      audio: path("silence.wav"), redact_pii: true, redact_pii_audio: true, redact_pii_audio_options: { return_redacted_no_speech_audio: true },
    }),
  ]);
  for (const transcript of submitted) {
    assert.ok(["queued", "processing"].includes(transcript.status));
  }
  [hashed, named, stereo, silent, silentWithAudio] = await Promise.all(submitted.map(({ id }) => transcripts.waitUntilReady(id, polling)));
});

test("files.upload takes a path, a buffer, streams and a data URI", async () => {
  const bytes = readFileSync(path("silence.wav"));
  const inputs = [
    path("silence.wav"),
    bytes,
    createReadStream(path("silence.wav")),
    Readable.toWeb(createReadStream(path("silence.wav"))),
    `data:audio/wav;base64,${bytes.toString("base64")}`,
  ];
  for (const input of inputs) {
    const url = await files.upload(input);
    assert.ok(url.startsWith(baseUrl));
    const transcript = await transcripts.transcribe({ audio_url: url }, polling);
    assert.equal(transcript.status, "completed");
    assert.equal(transcript.audio_duration, 2);
    assert.equal(transcript.text, "");
  }
});

test("create polls by itself, or leaves it", async () => {
  const polled = await transcripts.create({ audio_url: path("silence.wav") }, { poll: true, ...polling });
  assert.equal(polled.status, "completed");
  const left = await transcripts.create({ audio_url: path("silence.wav") }, { poll: false });
  assert.equal((await transcripts.waitUntilReady(left.id, polling)).status, "completed");
  assert.equal((await transcripts.get(left.id)).id, left.id);
});

test("hash hides letters and digits and keeps the rest", () => {
  assert.equal(hashed.status, "completed", hashed.error);
  assert.match(hashed.text, /my name is #+ #+/i);
  assert.doesNotMatch(hashed.text, /john|lowery/i);
  assert.ok(hashed.words.some((word) => /^#+[.,]?$/.test(word.text)));
  assert.equal(hashed.redact_pii_sub, "hash");
  assert.deepEqual(hashed.redact_pii_policies, ["person_name", "phone_number", "number_sequence"]);
  assert.equal(hashed.redact_pii_audio_quality, "mp3");
  assert.ok(!("redact_static_entities" in hashed));
});

test("entity_name writes the policy's name", () => {
  assert.equal(named.status, "completed", named.error);
  assert.match(named.text, /\[PERSON_NAME\]/);
  assert.equal(named.redact_pii_sub, "entity_name");
  assert.equal(named.redact_pii_policies.length, 44);
  assert.ok(!("unredacted_text" in named));
});

test("return_unredacted gives both texts", () => {
  assert.match(hashed.unredacted_text, /my name is [a-z]/i);
  assert.ok(hashed.unredacted_words.length >= hashed.words.length);
  assert.equal(hashed.unredacted_utterances.length, hashed.utterances.length);
  assert.ok(hashed.entities.some((entity) => entity.entity_type === "person_name"));
});

test("static terms are hidden under their label", () => {
  if (/telephone/i.test(hashed.unredacted_text)) {
    assert.doesNotMatch(hashed.text, /telephone/i);
  }
  assert.match(hashed.unredacted_text, /telephone|call/i);
});

test("multichannel keeps the channels apart", () => {
  assert.equal(stereo.status, "completed", stereo.error);
  assert.equal(stereo.audio_channels, 2);
  assert.ok(stereo.words.length > 0);
  assert.ok(stereo.words.every((word) => word.channel === "1" && word.speaker === "1"));
  assert.ok(stereo.utterances.length > 0);
  assert.equal(stereo.audio_duration, named.audio_duration);
});

test("a silent file is completed, with redacted audio only where that was asked for", async () => {
  assert.equal(silent.text, "");
  assert.deepEqual(silent.words, []);
  await assert.rejects(transcripts.redactedAudio(silent.id), /does not exist/);
  const { redacted_audio_url } = await transcripts.redactedAudio(silentWithAudio.id);
  assert.match(redacted_audio_url, /\.mp3\?/);
  for (const view of ["sentences", "paragraphs"]) {
    const answer = await transcripts[view](silent.id);
    assert.deepEqual(answer[view], []);
    assert.equal(answer.confidence, 0);
    assert.equal(answer.audio_duration, 2);
  }
});

test("redactedAudio, redactions and redactedAudioFile give mp3 or wav", async () => {
  const { status, redacted_audio_url } = await transcripts.redactedAudio(hashed.id);
  assert.equal(status, "redacted_audio_ready");
  assert.match(redacted_audio_url, /\.mp3\?/);
  assert.equal((await transcripts.redactions(hashed.id)).status, "redacted_audio_ready");
  const mp3 = Buffer.from(await (await transcripts.redactedAudioFile(hashed.id)).arrayBuffer());
  assert.ok(mp3.subarray(0, 3).toString("latin1") === "ID3" || (mp3[0] === 0xff && (mp3[1] & 0xe0) === 0xe0));
  const wav = Buffer.from(await (await transcripts.redactedAudioFile(named.id)).arrayBuffer());
  assert.equal(wav.subarray(0, 4).toString("latin1"), "RIFF");
  const part = await platformFetch(redacted_audio_url, { headers: { Range: "bytes=0-9" } });
  assert.equal(part.status, 206);
  assert.deepEqual(Buffer.from(await part.arrayBuffer()), mp3.subarray(0, 10));
});

test("silence is silent where words were hidden", async () => {
  const wav = Buffer.from(await (await transcripts.redactedAudioFile(named.id)).arrayBuffer());
  const rate = wav.readUInt32LE(wav.indexOf("fmt ") + 12), data = wav.indexOf("data") + 8;
  const hidden = named.words.filter((word) => word.text.startsWith("["));
  assert.ok(hidden.length > 0 && rate >= 8000);
  for (const { start, end } of hidden) {
    for (let sample = Math.ceil(start * rate / 1000); sample < Math.floor(end * rate / 1000); sample++) {
      assert.equal(wav.readInt16LE(data + sample * 2), 0);
    }
  }
});

test("sentences and paragraphs are of the redacted words", async () => {
  const { sentences } = await transcripts.sentences(hashed.id);
  const { paragraphs } = await transcripts.paragraphs(hashed.id);
  assert.equal(sentences.map((sentence) => sentence.text).join(" "), hashed.text);
  assert.equal(paragraphs.map((paragraph) => paragraph.text).join(" "), hashed.text);
  assert.equal(sentences.flatMap((sentence) => sentence.words).length, hashed.words.length);
});

test("subtitles come as srt and vtt with a limit of characters", async () => {
  assert.match(await transcripts.subtitles(named.id), /^1\r?\n00:00:0\d,\d{3} --> /);
  assert.match(await transcripts.subtitles(named.id, "vtt"), /^WEBVTT/);
  const captions = (await transcripts.subtitles(named.id, "srt", 20)).split(/\r?\n/).filter((line) => /[a-z\[]/i.test(line) && !line.includes("-->"));
  assert.ok(captions.length > 1);
  // A word or a tag that is longer than the limit stands alone.
  assert.ok(captions.every((line) => line.length <= 20 || !line.trim().includes(" ")));
  assert.match(captions.join(" "), /\[PERSON_NAME\]/);
});

test("wordSearch finds words and phrases, and nothing hidden", async () => {
  const { total_count, matches } = await transcripts.wordSearch(hashed.id, ["NAME is", "hidden"]);
  assert.equal(total_count, matches.reduce((sum, match) => sum + match.count, 0));
  const [match] = matches;
  assert.equal(match.count, 1);
  assert.equal(hashed.words[match.indexes[0]].text.toLowerCase(), "name");
  assert.equal(match.timestamps[0][0], hashed.words[match.indexes[0]].start);
  const secret = hashed.unredacted_words.find((word, index) => hashed.words[index] && hashed.words[index].text.startsWith("#"));
  const found = await transcripts.wordSearch(hashed.id, [secret.text.replace(/[^a-z0-9]/gi, "")]);
  assert.equal(found.total_count, 0);
});

test("list goes both ways by parameters and by address", async () => {
  const first = await transcripts.list({ limit: 2, status: "completed" });
  assert.equal(first.transcripts.length, 2);
  assert.equal(first.page_details.limit, 2);
  assert.equal(first.page_details.result_count, 2);
  assert.ok(first.transcripts[0].created instanceof Date && !Number.isNaN(first.transcripts[0].created.getTime()));
  const older = await transcripts.list(first.page_details.prev_url);
  assert.ok(older.transcripts.every((item) => !first.transcripts.some(({ id }) => id === item.id)));
  const back = await transcripts.list(older.page_details.next_url);
  assert.deepEqual(back.transcripts.map(({ id }) => id), first.transcripts.map(({ id }) => id));

  const seen = new Set(first.transcripts.map(({ id }) => id));
  for (let page = first; page.page_details.prev_url;) {
    page = await transcripts.list(page.page_details.prev_url);
    for (const { id } of page.transcripts) {
      assert.ok(!seen.has(id));
      seen.add(id);
    }
  }
  for (const { id } of [hashed, named, stereo, silent, silentWithAudio]) {
    assert.ok(seen.has(id));
  }
  const open = await transcripts.list({ limit: 1, status: undefined, created_on: undefined, before_id: first.transcripts[0].id });
  assert.ok(open.page_details.next_url.includes("after_id"));
});

test("delete wipes a transcript and keeps its row", async () => {
  const transcript = await transcripts.transcribe(
    { audio: path("silence.wav"), redact_pii: true, redact_pii_audio: true, redact_pii_audio_options: { return_redacted_no_speech_audio: true } }, polling);
  const { redacted_audio_url } = await transcripts.redactedAudio(transcript.id);
  const deleted = await transcripts.delete(transcript.id);
  assert.equal(deleted.id, transcript.id);
  assert.equal(deleted.status, "completed");
  assert.equal(deleted.text, "Deleted by user.");
  assert.equal(deleted.audio_url, "http://deleted_by_user");
  assert.equal(deleted.words, null);
  assert.deepEqual(await transcripts.get(transcript.id), deleted);
  assert.deepEqual(await transcripts.delete(transcript.id), deleted);
  await assert.rejects(transcripts.redactedAudio(transcript.id));
  assert.ok((await platformFetch(redacted_audio_url)).status >= 400);
  const { transcripts: rows } = await transcripts.list({ limit: 200 });
  assert.equal(rows.find(({ id }) => id === transcript.id).audio_url, "http://deleted_by_user");
});

test("a wrong key is told so", async () => {
  const stranger = new AssemblyAI({ apiKey: "nobody", baseUrl });
  await assert.rejects(stranger.transcripts.list(), /Authentication error, API token missing\/invalid/);
  await assert.rejects(stranger.files.upload(path("silence.wav")), /Authentication error/);
});

test("an unknown id is told so by every call", async () => {
  for (const call of ["get", "delete", "sentences", "paragraphs", "redactedAudio", "redactedAudioFile", "subtitles"]) {
    await assert.rejects(transcripts[call](unknown), /Transcript lookup error, transcript id not found/, call);
  }
  await assert.rejects(transcripts.wordSearch(unknown, ["a"]), /transcript id not found/);
});

test("what is no recording ends in an error that does not throw", async () => {
  const results = await Promise.all([
    transcripts.transcribe({ audio: path("notes.txt") }, polling),
    transcripts.transcribe({ audio: path("instant.wav") }, polling),
    transcripts.transcribe({ audio_url: `${baseUrl}/nothing-here.wav` }, polling),
  ]);
  assert.deepEqual(results.map(({ status }) => status), ["error", "error", "error"]);
  assert.match(results[0].error, /^File does not appear to contain audio\. File type is text\/plain/);
  assert.equal(results[1].error, "Audio duration is too short.");
  assert.match(results[2].error, /^Download error, unable to download .*nothing-here\.wav/);
  await assert.rejects(transcripts.sentences(results[0].id), /error/);
  const { transcripts: failed } = await transcripts.list({ status: "error", limit: 200 });
  assert.ok(results.every(({ id, error }) => failed.find((row) => row.id === id).error === error));
});

test("every field that was sent is echoed", async () => {
  const sent = {
    speech_model: "best", speech_models: ["universal-3-pro", "universal-2"], language_code: "en_us", punctuate: false, format_text: false,
    disfluencies: true, filter_profanity: true, speaker_labels: true, speakers_expected: 2, word_boost: ["bleep"], boost_param: "high",
    keyterms_prompt: ["redaction of speech"], audio_start_from: 100, audio_end_at: 1900, speech_threshold: 0, temperature: 0.2,
    domain: "medical-v1", remove_audio_tags: "all", entity_detection: true, custom_spelling: [{ from: ["bleeep"], to: "Bleep" }],
    webhook_auth_header_name: "x-token", redact_pii: true, redact_pii_policies: ["person_name", "location_city"], redact_pii_sub: "entity_name",
    redact_pii_return_unredacted: true,
  };
  const transcript = await transcripts.submit({ audio: path("silence.wav"), ...sent, webhook_auth_header_value: "secret" });
  for (const [name, value] of Object.entries(sent)) {
    assert.deepEqual(transcript[name], value, name);
  }
  assert.equal(transcript.webhook_auth, true);
  assert.ok(!JSON.stringify(transcript).includes("secret"));
  const done = await transcripts.waitUntilReady(transcript.id, polling);
  assert.equal(done.status, "completed", done.error);
  assert.equal(done.unredacted_text, "");
});

test("what is broken is refused", async () => {
  const refused = [
    [{ redact_pii_return_unredacted: true }, /redact_pii_return_unredacted.*redact_pii/],
    [{ redact_static_entities: { a: ["b"] } }, /redact_static_entities.*redact_pii/],
    [{ redact_pii_audio: true }, /redact_pii_audio.*redact_pii/],
    [{ redact_pii: true, redact_pii_policies: [] }, /redact_pii_policies/],
    [{ redact_pii: true, redact_pii_policies: ["shoe_size"] }, /shoe_size/],
    [{ redact_pii: true, redact_pii_sub: "stars" }, /redact_pii_sub/],
    [{ speakers_expected: 2, speaker_options: { min_speakers_expected: 1 } }, /Both speaker_options and speakers_expected/],
    [{ speech_threshold: 2 }, /speech_threshold/],
    [{ audio_start_from: 5, audio_end_at: 5 }, /audio_start_from/],
    [{ language_code: "xx" }, /not available in this language/],
  ];
  for (const [fields, message] of refused) {
    await assert.rejects(transcripts.submit({ audio_url: "http://127.0.0.1:1/a.wav", ...fields }), message);
  }
  await assert.rejects(transcripts.submit({}), /audio_url/);
});
