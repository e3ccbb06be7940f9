// What is measured, out of the engine.
export { yamlTime } from './timed-yaml.mjs';
export { openFolder } from '../src/cli/folder-host.mts';
export { buildMentions, findMentions } from '../src/entity/mentions';
export { buildRegistry } from '../src/entity/registry';
export { indexAsOf, indexFor, pageSteps, RollupMemory } from '../src/edit/plan-rollup';
export { finish } from '../src/text/steps';
export { readVault } from '../src/host/read-vault';
export { forgetReadings } from '../src/host/stored-readings';
export { planVaultRollup, rollupInput } from '../src/host/roll-up';
export { readNote } from '../src/note/read-note';
export { sectionOf } from '../src/note/section-table';
export { parseTask } from '../src/task/parse';
export { scanBlocks } from '../src/text/blocks';
export { readFrontmatter } from '../src/text/frontmatter';
export { DEFAULT_NOTE_RULES } from '../src/note/note-rules';
export { readSettings } from '../src/settings/settings';
export { carryOut } from '../src/host/carry-out';
export { LiveVault } from '../src/host/live-vault';
