/**
 * Ends with one sentence where Node is not what the portal needs. npm runs it by itself when it has installed the packages
 * (`preinstall`), and each command loads it first (`node --require`).
 */
const { nodeComplaint } = require('./node-complaint.cjs');

const { npm_config_user_agent: agent = '', npm_lifecycle_event: event } = process.env;
const [, installing] = /\bnode\/v?(\d\S*)/.exec(agent) || [];
const running = event === 'preinstall' ? undefined : process.versions.node;
const complaint = nodeComplaint({ installing, running }, require('../package.json'));
if (complaint) {
  console.error(complaint);
  process.exit(1);
}
