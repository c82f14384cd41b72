// A process of the app as far as the embedded server sees it: joins, says where, and stays until told to go.
import { createInterface } from 'node:readline';
import { ensureRunning } from '../../dist/src/platform/database/embedded/embedded-server.js';

try {
  const server = await ensureRunning(JSON.parse(process.argv[2]));
  const { startedByUs, port, clusterFolder, notices } = server;
  console.log(JSON.stringify({ startedByUs, port, clusterFolder, notices, url: server.urlOf('postgres') }));
  for await (const line of createInterface({ input: process.stdin })) if (line === 'release') break;
  await server.release();
  process.exit(0);
} catch (error) {
  console.log(JSON.stringify({ code: error.code, message: error.message }));
  process.exit(1);
}
