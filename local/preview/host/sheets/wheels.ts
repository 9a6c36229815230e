import { button, make, openSheet } from './sheet';

const ROW = 44;

/**
 * The picker's wheels. `wheels` is asked again after every turn, because one column may decide another's
 * rows. Answers the chosen rows, or null when it was cancelled.
 */
export function chooseFromWheels(
  title: string,
  wheels: () => string[][],
  start: number[],
  turned: (column: number, row: number) => void = () => undefined,
): Promise<number[] | null> {
  return new Promise((resolve) => {
    const chosen = wheels().map((_wheel, index) => Math.max(0, start[index] ?? 0));
    const board = make('div', 'wheels');
    const finish = (answer: number[] | null): void => {
      close();
      resolve(answer);
    };
    const head = make('div', 'wheels-head', '', [
      button('wheels-cancel', '取消', () => finish(null)),
      make('span', 'wheels-title', title),
      button('wheels-confirm', '确定', () => finish(chosen.slice())),
    ]);

    const draw = (): void => {
      const columns = wheels();
      columns.forEach((rows, column) => {
        chosen[column] = Math.min(chosen[column] ?? 0, Math.max(0, rows.length - 1));
      });
      board.replaceChildren(
        ...columns.map((rows, column) => makeWheel(rows, chosen[column] ?? 0, (row) => turn(column, row))),
      );
    };
    const turn = (column: number, row: number): void => {
      chosen[column] = row;
      turned(column, row);
      const drawn = [...board.children].map(({ children }) => children.length);
      if (wheels().some((rows, index) => rows.length !== (drawn[index] ?? 0))) draw();
    };

    const close = openSheet('from-bottom', [head, board], () => finish(null));
    draw();
  });
}

/** A wheel that stands at a row, and tells every other one that it comes to rest at. */
function makeWheel(rows: string[], start: number, turned: (row: number) => void): HTMLElement {
  const list = make('div', 'wheel');
  list.setAttribute('role', 'listbox');
  rows.forEach((label, row) => {
    const option = button('wheel-row', label, () => list.scrollTo({ top: row * ROW }));
    option.setAttribute('role', 'option');
    option.addEventListener('click', () => pick(row));
    list.append(option);
  });
  let chosen = start;
  const mark = (): void =>
    [...list.children].forEach((option, row) => option.setAttribute('aria-selected', String(row === chosen)));
  const pick = (row: number): void => {
    const isOther = row !== chosen;
    chosen = row;
    mark();
    if (isOther) turned(row);
  };
  let timer: ReturnType<typeof setTimeout>;
  list.addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // A wheel that was drawn anew meanwhile stands at 0 and has nothing to say.
      if (list.isConnected) pick(Math.round(list.scrollTop / ROW));
    }, 100);
  });
  mark();
  requestAnimationFrame(() => list.scrollTo({ top: chosen * ROW }));
  return list;
}
