// Exact search by hnswlib-node and usearch: node peers.mjs VECTORS QUERIES DIMENSIONS COUNT ROUNDS
// The files hold values of 32 bits, row after row. Prints a median and the rows that each query found, as JSON. A library that is not installed is left out.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const [vectorsFile, queriesFile, ...numbers] = process.argv.slice(2);
const [dimensions, count, rounds] = numbers.map(Number);
const [vectors, queries] = [vectorsFile, queriesFile].map(readFloats);

function readFloats(file) {
  const bytes = readFileSync(file);
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / Float32Array.BYTES_PER_ELEMENT).slice();
}

const row = (values, at) => values.subarray(at * dimensions, (at + 1) * dimensions);

function hnswlib() {
  const { BruteforceSearch } = require('hnswlib-node');
  const index = new BruteforceSearch('ip', dimensions);
  index.initIndex(vectors.length / dimensions);
  for (let at = 0; at < vectors.length / dimensions; at++) {
    index.addPoint(Array.from(row(vectors, at)), at);
  }

  // It takes arrays of numbers, and making them is not its search.
  const plain = Array.from({ length: queries.length / dimensions }, (_, at) => Array.from(row(queries, at)));
  return (at) => index.searchKnn(plain[at], count).neighbors;
}

function usearch() {
  const { exactSearch, MetricKind } = require('usearch');
  const threads = 1;

  // It reads an array's memory from its beginning, wherever in it the query lies.
  const own = Array.from({ length: queries.length / dimensions }, (_, at) => row(queries, at).slice());
  return (at) => Array.from(exactSearch(vectors, own[at], dimensions, count, MetricKind.IP, threads).keys, Number);
}

function measure(make) {
  const search = make();
  const times = [];
  const found = [];
  for (let round = -rounds; round < rounds; round++) {
    const query = (round + rounds) % (queries.length / dimensions);
    const begin = performance.now();
    const rows = search(query);
    const milliseconds = performance.now() - begin;
    if (round >= 0) {
      times.push(milliseconds);
    }

    found[query] = rows;
  }

  times.sort((a, b) => a - b);
  return { milliseconds: times[times.length >> 1], found };
}

const results = {};
for (const [name, make] of Object.entries({ hnswlib, usearch })) {
  try {
    results[name] = measure(make);
  } catch (error) {
    results[name] = { trouble: String(error.message).split('\n')[0] };
  }
}

console.log(JSON.stringify(results));
