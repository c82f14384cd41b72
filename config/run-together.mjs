// Runs scripts of package.json beside each other, as many at once as there are processors, in the order given:
// name the longest first. Every one runs to its end; what failed is told whole, what went well says nothing.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';

const waiting = process.argv.slice(2);

async function worker() {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await run(name);
}

async function run(name) {
  // npm names itself to the scripts it runs; the program called npm is not one on every system.
  const child = spawn(process.execPath, [process.env.npm_execpath, 'run', '--silent', name], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = [];
  for (const channel of [child.stdout, child.stderr]) channel.on('data', (bytes) => output.push(bytes));
  const [status] = await once(child, 'close');
  if (status === 0) return;
  process.stderr.write(`npm run ${name} failed:\n${Buffer.concat(output).toString()}\n`);
  process.exitCode = 1;
}

await Promise.all(Array.from({ length: availableParallelism() }, worker));
