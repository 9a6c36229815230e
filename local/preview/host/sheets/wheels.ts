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

    function draw(): void {
      board.replaceChildren(...wheels().map((rows, column) => wheel(rows, column)));
    }

    function wheel(rows: string[], column: number): HTMLElement {
      const list = make('div', 'wheel');
      list.setAttribute('role', 'listbox');
      chosen[column] = Math.min(chosen[column] ?? 0, Math.max(0, rows.length - 1));
      rows.forEach((label, row) => {
        const option = button('wheel-row', label, () => list.scrollTo({ top: row * ROW }));
        option.setAttribute('role', 'option');
        option.addEventListener('click', () => pick(row));
        list.append(option);
      });
      const pick = (row: number): void => {
        if (row === chosen[column]) return mark();
        chosen[column] = row;
        mark();
        turned(column, row);
        const others = wheels();
        if (others.some((other, index) => other.length !== (board.children[index]?.children.length ?? 0)))
          draw();
      };
      const mark = (): void =>
        [...list.children].forEach((option, row) =>
          option.setAttribute('aria-selected', String(row === chosen[column])),
        );
      let timer: ReturnType<typeof setTimeout>;
      list.addEventListener('scroll', () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          // A wheel that was drawn anew meanwhile stands at 0 and has nothing to say.
          if (list.isConnected) pick(Math.round(list.scrollTop / ROW));
        }, 100);
      });
      mark();
      requestAnimationFrame(() => list.scrollTo({ top: (chosen[column] ?? 0) * ROW }));
      return list;
    }

    const close = openSheet('from-bottom', [head, board], () => finish(null));
    draw();
  });
}
