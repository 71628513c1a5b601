// Runs other text tools over the texts of the benchmark: reads one JSON object from standard input, writes one to standard output.
//   in:  {"seconds": 1, "texts": [{"name": "prose", "documents": [["a turn", …], …]}, …], "judged": "gold set"}
//   out: [{"tool": "…", "seconds": {"prose": seconds of one pass, …}, "spans": [[[[start, end], …] per turn] per document]}, …]
// Tools that give entities are asked for them; for those that only give redacted text, what they changed is found by comparing words.
import { createRequire } from 'node:module';
import { Redactor } from '@redactpii/node';
import nlp from 'compromise';

const require = createRequire(import.meta.url);
const { SyncRedactor } = require('redact-pii');
const wink = require('wink-nlp')(require('wink-eng-lite-web-model'));

const { seconds, texts, judged } = JSON.parse(await new Response(process.stdin).text());

const redactPii = new SyncRedactor();
const redactor = new Redactor();
const its = wink.its;

const tools = [
  { name: 'redact-pii', run: (text) => redactPii.redact(text), spans: changedWords },
  { name: '@redactpii/node', run: (text) => redactor.redact(text), spans: changedWords },
  { name: 'compromise', run: compromise, spans: (_, result) => result },
  { name: 'wink-nlp', run: winkEntities, spans: (_, result) => result },
];

function compromise(text) {
  const document = nlp(text);
  const found = [];
  for (const part of [document.people(), document.places(), document.organizations(), document.emails(), document.urls(), document.phoneNumbers(), document.money(), document.numbers(), document.match('#Date+')]) {
    for (const { offset } of part.json({ offset: true, terms: false, text: false })) {
      if (offset.length > 0) found.push([offset.start, offset.start + offset.length]);
    }
  }
  return found;
}

function winkEntities(text) {
  const document = wink.readDoc(text);
  const tokens = document.tokens();
  const values = tokens.out();
  const before = tokens.out(its.precedingSpaces);
  const starts = [];
  let at = 0;
  for (let index = 0; index < values.length; index++) {
    at += before[index].length;
    starts.push(at);
    at += values[index].length;
  }
  return document.entities().out(its.span).map(([from, to]) => [starts[from], starts[to] + values[to].length]);
}

// Words of the text that the redacted text no longer has, by their longest common subsequence.
function changedWords(text, redacted) {
  const left = [...text.matchAll(/\S+/g)];
  const right = redacted.split(/\s+/).filter((word) => word !== '');
  const length = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      length[i][j] = left[i][0] === right[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
    }
  }
  const changed = [];
  for (let i = 0, j = 0; i < left.length; ) {
    if (j < right.length && left[i][0] === right[j]) { i++; j++; }
    else if (j < right.length && length[i][j + 1] >= length[i + 1][j]) j++;
    else { changed.push([left[i].index, left[i].index + left[i][0].length]); i++; }
  }
  return changed;
}

function measure(run) {
  const spend = (least) => {
    const start = process.cpuUsage();
    let rounds = 0, used;
    do {
      run();
      rounds++;
      const usage = process.cpuUsage(start);
      used = (usage.user + usage.system) / 1e6;
    } while (used < least);
    return used / rounds;
  };
  spend(seconds / 2);
  return spend(seconds);
}

const results = tools.map((tool) => ({
  tool: tool.name,
  seconds: Object.fromEntries(texts.map(({ name, documents }) => [name, measure(() => {
    for (const turns of documents) for (const turn of turns) tool.run(turn);
  })])),
  spans: texts.find(({ name }) => name === judged).documents.map((turns) => turns.map((turn) => tool.spans(turn, tool.run(turn)))),
}));
process.stdout.write(JSON.stringify(results));
