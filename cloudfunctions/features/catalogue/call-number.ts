/**
 * The order of the shelf. The database sorts call numbers as text, which differs from the shelf in two
 * places: numbers of the book stand by their characters (I247.5/12 before I247.5/2), and a class stands
 * behind its own divisions (I247.5/1 before I247/1), because "." comes before "/". On the shelf the general
 * comes before the special and book numbers count.
 */
export function byShelfOrder(a: string, b: string): number {
  const [classA, bookA] = parted(a);
  const [classB, bookB] = parted(b);
  return (
    compared(unitsOfClass(classA), unitsOfClass(classB)) || compared(unitsOfBook(bookA), unitsOfBook(bookB))
  );
}

/** The class of a call number: what stands before its book number. */
export const classOf = (callNumber: string): string => parted(callNumber)[0];

type Unit = string | number;

function parted(callNumber: string): [className: string, book: string] {
  const plain = callNumber.normalize('NFKC').trim().toUpperCase();
  const cut = plain.search(/[/\s]/);
  return cut < 0 ? [plain, ''] : [plain.slice(0, cut), plain.slice(cut + 1).trim()];
}

/**
 * Class signs are decimals: letter for letter, the point is for the eye. Auxiliary signs come before further
 * digits, "-" first.
 */
const unitsOfClass = (text: string): Unit[] =>
  [...text.replaceAll('.', '')].map((character) => {
    const rank = AUXILIARY.indexOf(character);
    return rank < 0 ? character : String.fromCharCode(1 + rank);
  });
const AUXILIARY = '-()="<>:+';

/**
 * Numbers count as numbers, author marks by letter first ("C52" before "C123"); what stands behind "=", ":"
 * or "." is of its own.
 */
const unitsOfBook = (text: string): Unit[] =>
  (text.match(/\d+|[^\d]/g) ?? []).map((part) => (/\d/.test(part) ? Number(part) : part));

function compared(a: Unit[], b: Unit[]): number {
  for (let n = 0; n < Math.max(a.length, b.length); n++) {
    const [x, y] = [a[n], b[n]];
    if (x === y) continue;
    // Nothing comes before something: the general stands in front.
    if (x === undefined) return -1;
    if (y === undefined) return 1;
    if (typeof x === 'number' && typeof y === 'number') return x - y;
    return String(x) < String(y) ? -1 : 1;
  }
  return 0;
}
