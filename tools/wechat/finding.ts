/** What is wrong, and where: a file of the repository and a line of it. */
export interface Finding {
  file: string;
  line: number;
  says: string;
}

/** What one part of the check looked at, and what it found. */
export interface Looked {
  name: string;
  /** What was counted, in words: `653 scripts`. */
  counted: string;
  findings: Finding[];
}

export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;
