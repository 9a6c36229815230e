/** What the cloud and a function's worker thread say to each other. */
export interface WorkerData {
  /** The folder with the built `index.js`. */
  folder: string;
  handler: string;
  /** wx-server-sdk as one script. */
  sdk: string;
}

export interface InvokeMessage {
  requestId: string;
  event: unknown;
  /** Environment variables of this call: identity, source, sequence id. `null` takes one away. */
  env: Record<string, string | null>;
  /** How far this call's clock is from real time. */
  offsetMs: number;
  functionName: string;
  timeoutMs: number;
}

export type WorkerReply =
  | { type: 'ready'; startMs: number }
  | { type: 'broken'; message: string }
  | { type: 'answer'; requestId: string; result: string }
  | { type: 'thrown'; requestId: string; name: string; message: string; stack: string }
  | { type: 'console'; requestId: string; level: string; text: string };
