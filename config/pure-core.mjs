// What the core may not do, for the linter: it is handed the instant, and it never waits.
function pure(context) {
  const refuse = (message) => (node) => context.report({ node, message });
  const waits = refuse('The core is synchronous.');
  const asksTheClock = refuse('Pass the instant in.');
  return {
    AwaitExpression: waits,
    'ForOfStatement[await=true]': waits,
    'NewExpression[callee.name="Date"][arguments.length=0]': asksTheClock,
    'CallExpression[callee.object.name="Date"][callee.property.name="now"]': asksTheClock,
    'CallExpression[callee.name="Date"]': asksTheClock,
  };
}

export default { meta: { name: 'core' }, rules: { pure: { create: pure } } };
