// Goes through every call of the official SDK that concerns live audio, against a running server. The SDK is used as it is published.
//
//   BLEEP_URL, BLEEP_KEY: the server, on https   BLEEP_SOUND: a call as 16 kHz mono 16-bit PCM, some 8 seconds
//   NODE_EXTRA_CA_CERTS: the server's certificate

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { test } from "node:test";
import { AssemblyAI } from "assemblyai";

const { BLEEP_URL: baseUrl, BLEEP_KEY: apiKey, BLEEP_SOUND: soundFile } = process.env;

const websocketBaseUrl = `${baseUrl.replace(/^http/, "ws")}/v3/ws`;
const sound = Buffer.concat([readFileSync(soundFile), Buffer.alloc(64_000)]);
const client = new AssemblyAI({ apiKey, baseUrl, streamingBaseUrl: baseUrl });
const pieceBytes = 6400;

/** Connects and collects all that comes. */
async function open(options = {}) {
  const heard = { turns: [], speech: [], errors: [], audio: 0 };
  const transcriber = client.streaming.transcriber({ websocketBaseUrl, sampleRate: 16_000, ...options });
  transcriber.on("turn", (turn) => heard.turns.push(turn));
  transcriber.on("speechStarted", (event) => heard.speech.push(event));
  transcriber.on("error", (error) => heard.errors.push(error));
  heard.closed = new Promise((resolve) => transcriber.on("close", (code, reason) => resolve({ code, reason })));
  heard.begin = await transcriber.connect();
  return { transcriber, heard };
}

async function speak(transcriber, from = 0, to = sound.length) {
  for (let position = from; position < to; position += pieceBytes) {
    transcriber.sendAudio(sound.subarray(position, Math.min(to, position + pieceBytes)));
    await wait(5);
  }
}

/** Waits until something was heard; the SDK's own wait at the end is too short for an engine on a busy machine. */
async function until(heard, isHeard) {
  while (!isHeard(heard)) {
    assert.deepEqual(heard.errors, []);
    await wait(20);
  }
}

const ends = (heard) => heard.turns.filter((turn) => turn.end_of_turn);
const textOf = (turns) => turns.map((turn) => turn.transcript).join(" ");

test("connects by key, streams a call and closes", async () => {
  const { transcriber, heard } = await open();
  assert.deepEqual(Object.keys(heard.begin).sort(), ["expires_at", "id", "type"]);
  await speak(transcriber);
  await until(heard, () => ends(heard).length > 0);
  await transcriber.close();
  assert.ok(heard.speech.length > 0, "no speech started");
  assert.ok(heard.turns.some((turn) => !turn.end_of_turn), "no partial turn");
  for (const turn of heard.turns) {
    assert.ok(Number.isInteger(turn.turn_order) && typeof turn.end_of_turn_confidence === "number");
    for (const word of turn.words) {
      assert.ok(Number.isInteger(word.start) && word.end >= word.start && typeof word.text === "string");
    }
  }
});

test("connects by token, which is made for a while", async () => {
  const token = await client.streaming.createTemporaryToken({ expires_in_seconds: 60, max_session_duration_seconds: 90 });
  const { transcriber, heard } = await open({ token, apiKey: undefined });
  assert.ok(heard.begin.expires_at * 1000 - Date.now() < 95_000);
  await transcriber.close();
  await assert.rejects(client.streaming.createTemporaryToken({ expires_in_seconds: 601 }));
});

test("redacts turns and sends no partial ones", async () => {
  const { transcriber, heard } = await open({ redactPii: true, redactPiiSub: "entity_name", formatTurns: true });
  await speak(transcriber);
  await until(heard, () => /\[[A-Z_]+\]/.test(textOf(ends(heard))) && heard.turns.some((turn) => turn.turn_is_formatted));
  await transcriber.close();
  assert.ok(heard.turns.every((turn) => turn.end_of_turn), "a partial turn");
});

test("sends partial turns of redacted speech when asked to", async () => {
  const { transcriber, heard } = await open({ redactPii: true, redactPiiPolicies: ["person_name"], includePartialTurns: true });
  await speak(transcriber);
  await until(heard, () => heard.turns.some((turn) => !turn.end_of_turn));
  await transcriber.close();
});

test("updates the configuration, keeps alive and forces the end of a turn", async () => {
  const { transcriber, heard } = await open({ maxTurnSilence: 60_000, minTurnSilence: 60_000 });
  transcriber.updateConfiguration({ format_turns: true });
  transcriber.keepAlive();
  await speak(transcriber, 0, Math.min(sound.length, 160_000));
  transcriber.forceEndpoint();
  await until(heard, () => ends(heard).some((turn) => turn.turn_is_formatted));
  await transcriber.close();
});

test("is told when its key is wrong", async () => {
  const transcriber = client.streaming.transcriber({ websocketBaseUrl, sampleRate: 16_000, apiKey: "wrong" });
  transcriber.on("error", () => {});
  await assert.rejects(transcriber.connect());
});

test("is told when a parameter is wrong", async () => {
  const transcriber = client.streaming.transcriber({ websocketBaseUrl, sampleRate: 100 });
  transcriber.on("error", () => {});
  await assert.rejects(transcriber.connect());
});
