/**
 * Counts the tests of a JUnit report: prints `passed failed`, then a line for each test that failed
 * or was skipped. A skipped test counts as failed: it means that something it needs was not there.
 */
import { readFileSync } from 'node:fs';

const report = readFileSync(process.argv[2], 'utf8');
const cases = report.match(/<testcase\b[^>]*?(?:\/>|>[\s\S]*?<\/testcase>)/g) ?? [];
const nameOf = (testcase) =>
  ['classname', 'name']
    .map((key) => new RegExp(`\\b${key}="([^"]*)"`).exec(testcase)?.[1])
    .join(' › ');
const failed = cases.filter((testcase) => /<(failure|error)\b/.test(testcase));
const skipped = cases.filter((testcase) => /<skipped\b/.test(testcase));

console.log(`${cases.length - failed.length - skipped.length} ${failed.length + skipped.length}`);
for (const testcase of failed) console.log(`failed test: ${nameOf(testcase)}`);
for (const testcase of skipped) console.log(`skipped test (counts as failed): ${nameOf(testcase)}`);
