import type { PolicyRow } from '../../../typings/contract';

/** A row on its way from one page to the next, not saved yet. */
function onItsWay() {
  let row: PolicyRow | undefined;
  return {
    keep: (kept: PolicyRow) => {
      row = kept;
    },
    kept: () => row,
    drop: () => {
      row = undefined;
    },
  };
}

/** A row that is being changed, for the try-it panel. */
export const { keep: keepDraft, kept: keptDraft, drop: dropDraft } = onItsWay();

/** A row that somebody else has published, for the page where it becomes the library's own. */
export const { keep: keepStart, kept: keptStart, drop: dropStart } = onItsWay();
