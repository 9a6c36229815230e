/** Subjects of some titles, as cataloguers write them. */
const BY_SUBJECT: Record<string, string> = {
  科学幻想小说: 't0035 t0036 t0037 t0038 t0039 t0176 t0177 t0178 t0179 t0180 t0181 t0182 t0183 t0184 t0140',
  侠义小说: 't0052 t0053 t0054 t0055 t0056 t0057 t0058 t0059 t0060 t0061 t0062 t0572',
  推理小说: 't0164 t0165 t0166 t0167 t0173 t0274 t0275 t0276 t0277 t0278 t0279 t0280 t0281 t0071 t0072',
  图画故事: 't0317 t0318 t0319 t0320 t0321 t0322 t0323 t0324 t0325 t0326 t0327 t0328',
  章回小说: 't0001 t0002 t0003 t0004 t0005 t0006 t0007 t0011',
  童话: 't0298 t0299 t0300 t0303 t0304 t0305 t0308 t0309 t0316 t0283 t0289 t0290',
  烹饪: 't0548',
};

const entries = Object.entries(BY_SUBJECT).flatMap(([subject, ids]) =>
  ids.split(' ').map((id) => [id, [subject]] as const),
);
export const SUBJECTS: Readonly<Record<string, string[] | undefined>> = Object.fromEntries(
  entries.map(([id, subjects]) => [id, [...subjects]]),
);
