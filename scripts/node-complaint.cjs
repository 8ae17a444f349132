// Any Node has to understand this file, also one of long ago: it is what tells that it will not do.

/**
 * The parts of a version as numbers: of `v18.20.8`, of `^20.19.0`, of `>=22.12.0`.
 * @param {string} version
 */
const parts = (version) => version.replace(/^\D+/, '').split('.').map(Number);

/**
 * @param {number[]} version
 * @param {number[]} least
 */
const isAtLeast = (
  [major = 0, minor = 0, patch = 0],
  [least = 0, leastMinor = 0, leastPatch = 0],
) =>
  major !== least ? major > least : minor !== leastMinor ? minor > leastMinor : patch >= leastPatch;

/**
 * Whether a version lies in a range of the two kinds that package.json uses: `^20.19.0 || >=22.12.0`.
 * @param {string} version
 * @param {string} range
 */
const isInRange = (version, range) =>
  range.split('||').some((one) => {
    const least = parts(one.trim());
    const given = parts(version);
    return isAtLeast(given, least) && (!one.includes('^') || given[0] === least[0]);
  });

/**
 * What to say of the Nodes at hand, in one sentence; nothing where they will do.
 * @param {{ installing?: string | undefined, running?: string | undefined }} nodes `installing` is the version that npm
 *   runs on, since npm leaves out what it takes to be for another one and says nothing; unknown without npm. `running`
 *   is the one that runs a command, which has to understand TypeScript; unknown while packages are installed, which
 *   bring it.
 * @param {{ engines: { node: string }, dependencies: { node: string } }} wanted what package.json asks of both
 * @returns {string | undefined}
 */
const nodeComplaint = ({ installing, running }, { engines, dependencies }) => {
  const [own = 0] = parts(dependencies.node);
  if (installing && !isInRange(installing, engines.node)) {
    return `Node.js ${installing} では動きませんので、Node.js ${own}（https://nodejs.org/ja/download）を入れてから、npm ci をもう一度実行してください。`;
  }
  const [runningMajor = own] = running ? parts(running) : [];
  if (runningMajor < own) {
    return `Node.js ${own} がこのフォルダーに入っていませんので、npm ci を（--ignore-scripts を付けずに）もう一度実行してください。`;
  }
  return undefined;
};

module.exports = { nodeComplaint };
