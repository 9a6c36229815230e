import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { declaredIn, toDeclare } from '../deploy/privacy-interfaces';
import { filesBelow } from './compiles';
import type { Finding, Looked } from './finding';
import { ROOT } from './installed';

/** What wants declaring to WeChat stands in docs/deploy.md: undeclared it fails on every phone. */
export const privateIsDeclared = (): Looked => {
  const declared = declaredIn(readFileSync(join(ROOT, 'docs', 'deploy.md'), 'utf8'));
  const used = new Set<string>();
  const findings = filesBelow(join(ROOT, 'miniprogram'), /(?<!\.test)\.ts$|\.wxml$/)
    .filter((path) => !path.startsWith('miniprogram_npm/'))
    .flatMap((path): Finding[] => {
      const text = readFileSync(join(ROOT, 'miniprogram', path), 'utf8');
      if (toDeclare([text]).length === 0) return [];
      return text.split('\n').flatMap((line, index) =>
        toDeclare([line]).flatMap((name): Finding[] => {
          used.add(name);
          const says = `${name} is not in the table of docs/deploy.md`;
          return declared.includes(name) ? [] : [{ file: `miniprogram/${path}`, line: index + 1, says }];
        }),
      );
    });
  return { name: 'privacy table', counted: `${used.size} of ${declared.length} declared`, findings };
};
