import type { LoanRow } from './loans-view';

/** A loan that can be renewed, in the sheet where several are chosen. */
export interface SeveralRow {
  loanId: string;
  title: string;
  due: string;
  to: string;
  soon: boolean;
  on: boolean;
  /** All of it, for a screen reader. */
  label: string;
}

/**
 * What would be renewed and until when. Chosen at first is what is due soon: renewing what is due in weeks
 * only uses up a renewal.
 */
export const severalOf = (list: readonly LoanRow[]): SeveralRow[] =>
  list
    .filter(({ renewable }) => renewable)
    .map(({ loanId, title, due, renewTo, soon }) => ({
      loanId,
      title: title.title,
      due,
      to: renewTo,
      soon,
      on: soon,
      label: `《${title.title}》，${due}，${renewTo}`,
    }));

interface Chosen {
  several: SeveralRow[];
  chosenCount: number;
  /** Of what is chosen though it is not due for long; '' when nothing is. */
  early: string;
}

export const chosenOf = (several: SeveralRow[]): Chosen => {
  const on = several.filter((row) => row.on);
  const early = on.filter(({ soon }) => !soon).length;
  return {
    several,
    chosenCount: on.length,
    early: early > 0 ? `其中 ${early} 册离到期还早，现在续借也会用掉一次续借。` : '',
  };
};

export const flipped = (several: readonly SeveralRow[], loanId: string): SeveralRow[] =>
  several.map((row) => (row.loanId === loanId ? { ...row, on: !row.on } : row));
