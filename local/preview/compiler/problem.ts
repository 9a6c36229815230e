/** Something wrong in the mini program's source, told to the developer in the preview's overlay. */
export interface Problem {
  severity: 'error' | 'warning';
  /** Path inside the mini program, with its ending. */
  file: string;
  /** Counted from 1; 0 when the place is not known. */
  line: number;
  column: number;
  message: string;
}

/** An error at a file's place. */
export function errorAt(file: string, message: string, line = 0, column = 0): Problem {
  return { severity: 'error', file, line, column, message };
}

/** A warning at a file's place. */
export function warningAt(file: string, message: string, line = 0, column = 0): Problem {
  return { severity: 'warning', file, line, column, message };
}
