interface Zone {
  name: string;
  zone: { from: number; width: number; at: number };
  columns: string;
  adequacy: string;
  adequacyRange: string;
  superiority: string;
  superiorityRange: string;
  isShort: boolean;
  spoken: string;
}

/** Of each question what is accepted, from least to wished, and how it is seen; with both gaps. */
Component({ properties: { list: { type: Array, value: [] as Zone[] } } });
