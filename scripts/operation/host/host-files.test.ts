import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { readAccounts } from '../../../cms/gateway/proposal-check/accounts.ts';
import { projectRoot } from '../../../src/project-root.ts';

const textOf = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
const workflows = ['github/proposal.yml', 'github/site.yml', 'gitlab/gitlab-ci.yml'];

it.each(workflows)('%s is YAML, and runs commands that there are', (name) => {
  const text = textOf(name);
  expect(parse(text)).toBeTypeOf('object');
  const commands = [...text.matchAll(/npm run --silent ([\w:]+)/g)].map(([, command]) => command);
  expect(commands.length).toBeGreaterThan(0);
  for (const command of commands) expect(scripts).toHaveProperty([command ?? '']);
});

it('what somebody named stands in the environment of a command, never in its text', () => {
  for (const name of workflows.slice(0, 2)) {
    const steps = Object.values<{ steps: { run?: string }[] }>(parse(textOf(name)).jobs).flatMap(
      ({ steps }) => steps,
    );
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  }
});

it('a proposal is looked at by the program of the branch, with rights to read alone', () => {
  const { on, permissions, jobs } = parse(textOf('github/proposal.yml'));
  expect(Object.keys(on)).toEqual(['pull_request_target']);
  expect(permissions).toEqual({ contents: 'read' });
  expect(JSON.stringify(jobs)).not.toMatch(/"ref":/);
});

it('the example of accounts can be read', () => {
  const accounts = readAccounts(textOf('portal-accounts.yaml'));
  expect(accounts).toBeInstanceOf(Map);
});
