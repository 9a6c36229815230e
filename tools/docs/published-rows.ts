import { publishedRules } from '../../cloudfunctions/circulation/published-rules';

/** Published rules as docs/policies.md types rows in: whose, where from, what is left out, row by row. */
export const publishedRows = (): string =>
  publishedRules
    .map(({ library, source, leftOut, rows }) =>
      [
        `**${library}**, ${source}. Left out: ${leftOut}.`,
        '',
        ...rows.map(
          ({ readerCategory, itemType, rules }) =>
            `    ${readerCategory}×${itemType}×*  ${JSON.stringify(rules)}`,
        ),
      ].join('\n'),
    )
    .join('\n\n');
