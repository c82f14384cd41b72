// Reads sheets as an import does, in a process with little memory; says of each how it ended, and what all took.
import { rosterLayout } from '../../dist/src/core/kader/roster-layout.js';
import { readTable } from '../../dist/src/platform/spreadsheet/read-table.js';

let most = 0;
const look = () => (most = Math.max(most, process.memoryUsage.rss()));
setInterval(look, 10).unref();

const codes = [];
for (const path of process.argv.slice(2)) {
  codes.push(
    await readTable(path, rosterLayout).then(
      ({ rows, problems }) => `${rows.length} rows, ${problems.length} problems`,
      (error) => error.code ?? String(error),
    ),
  );
  look();
}
console.log(JSON.stringify({ codes, mebibytes: Math.round(most / 2 ** 20) }));
