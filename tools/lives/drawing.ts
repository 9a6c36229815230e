import type { Life } from '../../cloudfunctions/circulation/life';

/** A life as a state diagram, and as the list of what can happen with the rule that lets it. Markdown. */
export function drawing(title: string, life: Life): string {
  return [
    `### ${title}`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...arrows(life),
    '```',
    '',
    '| act | from | to | rule |',
    '|--|--|--|--|',
    ...life.map(({ act, from, to, rule }) => `| ${act} | ${from.join(', ')} | ${to} | ${rule} |`),
  ].join('\n');
}

/** One arrow for each pair of states, with all acts that lead from the one to the other. */
function arrows(life: Life): string[] {
  const acts = new Map<string, string[]>();
  for (const { act, from, to } of life)
    for (const state of from) {
      const arrow = `${state === 'new' ? '[*]' : state} --> ${to}`;
      acts.set(arrow, [...(acts.get(arrow) ?? []), act]);
    }
  return [...acts].map(([arrow, names]) => `  ${arrow}: ${names.join(', ')}`);
}
