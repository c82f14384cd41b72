// A worker asks the runner for its configuration; the runner answers all workers at once and forgets who wanted to
// hear, so that one which asks a moment later waits for ever (jest-light-runner 0.7 and 0.8). What came is kept here
// and given to whoever asks.
const ASKED = 'jest-light-runner-get-worker-data';
const ANSWERED = 'jest-light-runner-worker-data';

if (process.send !== undefined) {
  const send = process.send.bind(process);
  let answer;
  // Messages wait for the first listener: it must not be this one, or the worker would miss its first task.
  process.on('newListener', function alongside(event) {
    if (event !== 'message') return;
    process.removeListener('newListener', alongside);
    process.on('message', (message) => {
      if (message?.type === ANSWERED) answer = message;
    });
  });
  process.send = (message, ...rest) => {
    if (message !== ASKED || answer === undefined) return send(message, ...rest);
    return process.emit('message', answer);
  };
}
