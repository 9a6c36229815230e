import { policiesPage } from './policies-page';

describe('the tables of docs/policies.md', () => {
  const { stands, due } = policiesPage();

  it('are those of the rules as they are; else `npm run docs` writes them anew', () => {
    expect(stands).toBe(due);
  });

  it('differ once a word of them is changed by hand', () => {
    const page = stands.replace('| 借期 |', '| 期限 |');
    expect(page).not.toBe(stands);
    expect(policiesPage(page).due).toBe(due);
  });

  it('tell of every field its value, its default and what it means', () => {
    const rows = due.split('\n').filter((line) => /^\| `\w+` \|/.test(line));
    expect(rows.length).toBeGreaterThan(60);
    for (const row of rows) expect(row).not.toMatch(/\|\s*\||undefined|schema|\[object/);
  });
});
