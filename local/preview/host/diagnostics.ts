/** What one page instance sent to its view. */
export interface PageTraffic {
  page: string;
  /** JSON length in bytes and number of the page's own setData calls. */
  bytes: number;
  calls: number;
  /** The same for the project's components on it. */
  componentBytes: number;
  componentCalls: number;
  /** The same for components from packages. */
  libraryBytes: number;
  libraryCalls: number;
  /** The largest single call in bytes. */
  largest: number;
}

interface FirstScreen {
  page: string;
  /** Everything that the project's code sent, page and components together. */
  bytes: number;
  /** The page's own setData calls. */
  calls: number;
  componentCalls: number;
  /** From the start of the app's code to the first page shown with no cloud call under way. */
  milliseconds: number;
  nodes: number;
  depth: number;
}

export interface CloudCall {
  name: string;
  action: string;
  at: string;
  milliseconds: number;
  bytes: number;
  outcome: 'ok' | 'refused' | 'failed';
  /** What was sent and what came back, as JSON; an answer that is none is a message. */
  question: string;
  answer: string;
}

/** `window.__preview`: what tests and benchmarks read. */
export interface Diagnostics {
  ready: boolean;
  /** Path of the page on top, without a leading slash. */
  route: string;
  setData: PageTraffic[];
  firstScreen: FirstScreen | null;
  errors: string[];
  warnings: string[];
  calls: CloudCall[];
}

export const diagnostics: Diagnostics = {
  ready: false,
  route: '',
  setData: [],
  firstScreen: null,
  errors: [],
  warnings: [],
  calls: [],
};
